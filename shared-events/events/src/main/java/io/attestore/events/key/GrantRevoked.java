package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.Optional;
import java.util.Set;

/**
 * An administrator of the key ended a grant.
 *
 * @param retiring whom the grant named to end it
 */
@StoredAs("kms.GrantRevoked")
public record GrantRevoked(AccountRegion where, KeyId keyId, String grantId, Optional<GrantPrincipal> retiring)
        implements KeyEvent {

    @Override
    public Set<EventTag> tags() {
        return GrantCreated.tags(where, keyId, retiring);
    }
}
