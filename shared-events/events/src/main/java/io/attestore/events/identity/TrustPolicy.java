package io.attestore.events.identity;

import java.util.Map;

/**
 * Who may assume a role.
 *
 * @param document as it was sent, JSON
 * @param principalIds the unique ids that the ARNs of users and roles in it had when it was put, by ARN: whoever gets such a
 *     name later is somebody else
 */
public record TrustPolicy(String document, Map<String, String> principalIds) {

    public TrustPolicy {
        principalIds = Map.copyOf(principalIds);
    }
}
