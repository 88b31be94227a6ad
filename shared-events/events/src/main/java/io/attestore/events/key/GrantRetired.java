package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever was named for that, or used it, ended a grant.
 *
 * @param retiring whom the grant named to end it
 */
@StoredAs("kms.GrantRetired")
public record GrantRetired(AccountRegion where, KeyId keyId, String grantId, Optional<GrantPrincipal> retiring)
        implements KeyEvent {

    @Override
    public Set<EventTag> tags() {
        return GrantCreated.tags(where, keyId, retiring);
    }
}
