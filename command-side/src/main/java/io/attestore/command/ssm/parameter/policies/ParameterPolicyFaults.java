package io.attestore.command.ssm.parameter.policies;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of parameter policies.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager: PutParameter</a>
 */
final class ParameterPolicyFaults {

    private ParameterPolicyFaults() {}

    static AwsFault malformedPolicies(String text) {
        return AwsFault.validation("Invalid policies input: " + text + ".");
    }

    static AwsFault tooManyPolicies() {
        return AwsFault.client(
                "PoliciesLimitExceededException",
                "You specified more than the maximum number of allowed policies for the parameter. The maximum is 10.");
    }

    static AwsFault unknownPolicyType() {
        return AwsFault.client(
                "InvalidPolicyTypeException",
                "The policy type isn't supported. Parameter Store supports the following policy types: Expiration,"
                        + " ExpirationNotification, and NoChangeNotification.");
    }

    static AwsFault invalidPolicyAttribute() {
        return AwsFault.client("InvalidPolicyAttributeException", "A policy attribute or its value is invalid.");
    }

    static AwsFault incompatiblePolicies() {
        return AwsFault.client(
                "IncompatiblePolicyException",
                "There is a conflict in the policies specified for this parameter. You can't, for example, specify two"
                        + " Expiration policies for a parameter. Review your policies, and try again.");
    }
}
