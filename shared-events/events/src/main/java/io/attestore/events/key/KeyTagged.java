package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.Map;
import java.util.Set;

/**
 * Tags were put on a key. A tag key that it has already gets the new value; its other tags stay.
 *
 * @param keyTags the tags of the resource (owner, cost centre, …), not of this event
 */
@StoredAs("kms.KeyTagged")
public record KeyTagged(AccountRegion where, KeyId keyId, Map<String, String> keyTags) implements KeyEvent {

    public KeyTagged {
        keyTags = Map.copyOf(keyTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.key(where, keyId));
    }
}
