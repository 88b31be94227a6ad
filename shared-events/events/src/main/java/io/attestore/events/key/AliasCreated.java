package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.KeyId;
import java.util.List;
import java.util.Set;

/** An alias came to point to a key. */
@StoredAs("kms.AliasCreated")
public record AliasCreated(AccountRegion where, AliasName alias, KeyId target) implements KeyEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.alias(where, alias), Tags.keysOf(where));
    }

    @Override
    public KeyId keyId() {
        return target;
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(alias.arn(where), alias.value()), KeyEvent.named(target.arn(where)));
    }
}
