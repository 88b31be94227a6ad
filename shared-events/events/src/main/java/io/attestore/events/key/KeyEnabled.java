package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.Set;

/** A key can be used again. */
@StoredAs("kms.KeyEnabled")
public record KeyEnabled(AccountRegion where, KeyId keyId) implements KeyEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.key(where, keyId));
    }
}
