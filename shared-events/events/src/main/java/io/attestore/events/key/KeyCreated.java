package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A symmetric encryption key came to be, with its first material.
 *
 * @param manager whose key it is: the customer's, or an AWS managed key that a service made
 * @param keyTags the tags of the resource (owner, cost centre, …), not of this event
 * @param policy of versions that let a key policy decide nothing: what was sent as one. It decides nothing still; what does
 *     is in {@link KeyPolicyPut}
 */
@StoredAs("kms.KeyCreated")
public record KeyCreated(
        AccountRegion where,
        KeyId keyId,
        KeyMaterialId materialId,
        KeyManager manager,
        String description,
        Map<String, String> keyTags,
        Optional<String> policy)
        implements KeyEvent {

    public KeyCreated {
        keyTags = Map.copyOf(keyTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.key(where, keyId), Tags.keysOf(where));
    }
}
