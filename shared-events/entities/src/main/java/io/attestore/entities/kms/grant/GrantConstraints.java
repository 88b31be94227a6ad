package io.attestore.entities.kms.grant;

import io.attestore.contract.operation.ConditionValues;
import io.attestore.events.key.GrantCreated;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the encryption context of a request must be for a grant to allow it. A context of which two keys differ only in case
 * cannot be told from the conditions of a request, and is never what it must be.
 *
 * @param equalTo empty: any
 * @param subset empty: no pair needs to be there
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html">KMS: GrantConstraints</a>
 */
public record GrantConstraints(Map<String, String> equalTo, Map<String, String> subset) {

    /** How the conditions of CreateGrant name the constraints. */
    public static final String EQUALS = "EncryptionContextEquals";

    public static final String SUBSET = "EncryptionContextSubset";

    static GrantConstraints of(GrantCreated created) {
        return new GrantConstraints(created.contextEquals(), created.contextSubset());
    }

    public boolean isEmpty() {
        return equalTo.isEmpty() && subset.isEmpty();
    }

    /** Whether a request's encryption context is as it must be. */
    boolean hold(ConditionValues request) {
        return (equalTo.isEmpty() || keys(request).equals(equalTo.keySet()) && has(equalTo, request))
                && (subset.isEmpty() || has(subset, request));
    }

    /** Whether a request for another grant constrains that at least as much. */
    boolean holdForConstraints(ConditionValues request) {
        if (isEmpty()) {
            return true;
        }
        Optional<List<String>> type = request.values("kms:GrantConstraintType");
        return type.isPresent() && (equalTo.isEmpty() || type.get().contains(EQUALS)) && hold(request);
    }

    private static Set<String> keys(ConditionValues request) {
        return new HashSet<>(request.values("kms:EncryptionContextKeys").orElse(List.of()));
    }

    private static boolean has(Map<String, String> pairs, ConditionValues request) {
        Set<String> keys = keys(request);
        return pairs.entrySet().stream()
                .allMatch(pair -> keys.contains(pair.getKey())
                        && request.values("kms:EncryptionContext:" + pair.getKey())
                                .equals(Optional.of(List.of(pair.getValue()))));
    }
}
