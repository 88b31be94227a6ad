package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what with a key changed.
 *
 * @param policy the key policy as it was sent, JSON
 * @param principalIds the unique ids that the ARNs of users and roles in it had then, by ARN
 */
@StoredAs("kms.KeyPolicyPut")
public record KeyPolicyPut(AccountRegion where, KeyId keyId, String policy, Map<String, String> principalIds)
        implements KeyEvent {

    public KeyPolicyPut {
        principalIds = Map.copyOf(principalIds);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.key(where, keyId));
    }
}
