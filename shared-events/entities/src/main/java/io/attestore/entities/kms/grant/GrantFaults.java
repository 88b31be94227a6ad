package io.attestore.entities.kms.grant;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.Arn;

/** KMS's refusals of grants. */
public final class GrantFaults {

    private GrantFaults() {}

    public static AwsFault invalidArn(String text) {
        return AwsFault.client("InvalidArnException", "Invalid Arn " + text);
    }

    public static AwsFault invalidPrincipal(String arn) {
        return AwsFault.client("InvalidArnException", "ARN does not refer to a valid principal: " + arn);
    }

    /** @param operations those that a symmetric key has not */
    public static AwsFault unsupportedOperations(String operations, String keyUsage) {
        return AwsFault.validation(
                "Operations [" + operations + "] are not valid for a KMS key with the KeyUsage " + keyUsage + ".");
    }

    public static AwsFault noOperations() {
        return AwsFault.validation("A grant must have at least one operation.");
    }

    /** An empty constraint would constrain nothing, which nobody means. */
    public static AwsFault emptyConstraint() {
        return AwsFault.validation("A grant constraint must have at least one pair of an encryption context.");
    }

    public static AwsFault constraintTooLarge(int pairsMax, int charactersMax) {
        return AwsFault.validation("A grant constraint has up to " + pairsMax + " pairs, each value up to "
                + charactersMax + " characters.");
    }

    public static AwsFault constraintWithoutContext() {
        return AwsFault.validation("Grant constraints need an operation that has an encryption context.");
    }

    public static AwsFault notFound(String grantId, Arn key) {
        return AwsFault.client("NotFoundException", "Grant ID " + grantId + " not found for key " + key);
    }

    public static AwsFault invalidToken() {
        return AwsFault.client("InvalidGrantTokenException", "Invalid grant token.");
    }

    public static AwsFault tokenOrIds() {
        return AwsFault.validation("Specify either a grant token, or a key ID and a grant ID.");
    }

    public static AwsFault tooMany(int max, Arn key) {
        return AwsFault.client(
                "LimitExceededException", "The limit of " + max + " grants has been reached for this key: " + key);
    }
}
