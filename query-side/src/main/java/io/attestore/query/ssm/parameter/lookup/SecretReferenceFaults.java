package io.attestore.query.ssm.parameter.lookup;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of names that refer to a secret of Secrets Manager.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">Systems Manager: GetParameter</a>
 */
final class SecretReferenceFaults {

    private SecretReferenceFaults() {}

    static AwsFault secretNeedsDecryption() {
        return AwsFault.validation("WithDecryption flag must be True for retrieving a Secret Manager secret.");
    }

    static AwsFault malformedSecretReference() {
        return AwsFault.validation("Invalid parameter name. Please use correct syntax for referencing a version/label "
                + " <name>:<version/label>");
    }

    /** @param reference as it was sent */
    static AwsFault secretNotFound(String reference) {
        return AwsFault.client(
                "ParameterNotFound",
                "An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret " + reference
                        + " not found.");
    }
}
