package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.List;
import java.util.Set;

/**
 * Tags were taken off a key.
 *
 * @param tagKeys the keys of those that it had
 */
@StoredAs("kms.KeyUntagged")
public record KeyUntagged(AccountRegion where, KeyId keyId, List<String> tagKeys) implements KeyEvent {

    public KeyUntagged {
        tagKeys = List.copyOf(tagKeys);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.key(where, keyId));
    }
}
