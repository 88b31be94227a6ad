package io.attestore.command.kms.grant;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.grant.GrantConstraints;
import io.attestore.entities.kms.grant.GrantFaults;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a grant must be to be made on a symmetric key, the only kind that there is here. */
final class NewGrantChecks {

    private static final Set<String> WITH_CONTEXT = Set.of(
            "Decrypt",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "ReEncryptFrom",
            "ReEncryptTo",
            "CreateGrant");
    private static final Set<String> WITHOUT_CONTEXT = Set.of("DescribeKey", "RetireGrant");

    private static final int PAIRS_MAX = 8;
    private static final int VALUE_CHARACTERS_MAX = 384;

    private NewGrantChecks() {}

    /** @throws AwsFault in KMS's words, if it is not */
    static void requireSound(Structure input) {
        List<String> operations = input.texts("Operations");
        if (operations.isEmpty()) {
            throw GrantFaults.noOperations();
        }
        List<String> unsupported = operations.stream()
                .filter(operation -> !WITH_CONTEXT.contains(operation) && !WITHOUT_CONTEXT.contains(operation))
                .toList();
        if (!unsupported.isEmpty()) {
            throw GrantFaults.unsupportedOperations(String.join(", ", unsupported), KmsShapes.ENCRYPT_DECRYPT);
        }
        GrantConstraints constraints = constraints(input);
        requireSound(isSent(input, GrantConstraints.EQUALS), constraints.equalTo());
        requireSound(isSent(input, GrantConstraints.SUBSET), constraints.subset());
        if (!constraints.isEmpty() && operations.stream().noneMatch(WITH_CONTEXT::contains)) {
            throw GrantFaults.constraintWithoutContext();
        }
    }

    private static void requireSound(boolean isThere, Map<String, String> pairs) {
        if (isThere && pairs.isEmpty()) {
            throw GrantFaults.emptyConstraint();
        }
        if (pairs.size() > PAIRS_MAX
                || pairs.values().stream().anyMatch(value -> value.length() > VALUE_CHARACTERS_MAX)) {
            throw GrantFaults.constraintTooLarge(PAIRS_MAX, VALUE_CHARACTERS_MAX);
        }
    }

    /** As they were sent. */
    static GrantConstraints constraints(Structure input) {
        return new GrantConstraints(pairs(input, GrantConstraints.EQUALS), pairs(input, GrantConstraints.SUBSET));
    }

    private static Map<String, String> pairs(Structure input, String member) {
        return isSent(input, member) ? sent(input).textMap(member) : Map.of();
    }

    private static boolean isSent(Structure input, String member) {
        return sent(input).has(member);
    }

    private static Structure sent(Structure input) {
        return input.member("Constraints").map(Structure.class::cast).orElse(Structure.EMPTY);
    }
}
