package io.attestore.events.key;

import io.attestore.events.Event;
import io.attestore.events.NamedResource;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import java.util.List;

/** An event of KMS. */
public sealed interface KeyEvent extends Event
        permits KeyCreated,
                AliasCreated,
                KeyEnabled,
                KeyDisabled,
                KeyMaterialRotated,
                KeyPolicyPut,
                KeyTagged,
                KeyUntagged,
                GrantCreated,
                GrantRetired,
                GrantRevoked,
                KeyUsed,
                KeyUseRefused {

    /** The namespace that the key lives in. */
    AccountRegion where();

    KeyId keyId();

    @Override
    default List<NamedResource> resources() {
        return List.of(named(keyId().arn(where())));
    }

    /** A key goes by its ARN. */
    static NamedResource named(Arn key) {
        return new NamedResource(key, key.value());
    }
}
