package io.attestore.entities.ssm.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import java.util.List;

/**
 * The refusals of resource policies, by which parameters are shared. No message quotes a policy.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html">Systems Manager: PutResourcePolicy</a>
 */
public final class ResourcePolicyFaults {

    private ResourcePolicyFaults() {}

    /** @param member of the request that is not valid */
    public static AwsFault invalidForResourcePolicy(String member) {
        return invalidMember(
                "One or more parameters specified for the call aren't valid. Verify the parameters and their values and"
                        + " try again.",
                member);
    }

    /** The parameter is of the standard tier. */
    public static AwsFault sharingNeedsAdvanced() {
        return invalidMember("To share a parameter, it must be in the advanced parameter tier.", "ResourceArn");
    }

    /** The parameter is under a key that AWS manages, or under one that is not there. */
    public static AwsFault sharingNeedsCustomerKey() {
        return invalidMember(
                "To share a SecureString parameter, it must be encrypted with a customer managed key. AWS managed keys"
                        + " can't be shared.",
                "ResourceArn");
    }

    private static AwsFault invalidMember(String message, String member) {
        return AwsFault.client("ResourcePolicyInvalidParameterException", message)
                .with(Structure.builder()
                        .putTexts("ParameterNames", List.of(member))
                        .build());
    }

    public static AwsFault sharedParameterNotFound() {
        return AwsFault.client("ResourceNotFoundException", "The specified parameter to be shared could not be found.");
    }

    public static AwsFault resourcePolicyNotFound() {
        return AwsFault.client(
                "ResourcePolicyNotFoundException", "No policies with the specified policy ID and hash could be found.");
    }

    public static AwsFault resourcePolicyConflict() {
        return AwsFault.client(
                "ResourcePolicyConflictException",
                "The hash provided in the call doesn't match the stored hash. This exception is thrown when trying to"
                        + " update an obsolete policy version or when multiple requests to update a policy are sent.");
    }

    /** @param reason what is wrong with it, without quoting it */
    public static AwsFault malformedResourcePolicy(String reason) {
        return AwsFault.client(
                "MalformedResourcePolicyDocumentException",
                "The specified policy document is malformed or invalid. " + reason);
    }

    public static AwsFault resourcePolicyTooLong(int bytesMax) {
        return resourcePolicyLimit(
                "A policy can't be greater than " + bytesMax + " bytes in size.", bytesMax, "PolicySize");
    }

    /** How many there can be is our choice: AWS tells it of OpsItemGroup only. */
    public static AwsFault tooManyResourcePolicies(int policiesMax) {
        return resourcePolicyLimit(
                "A parameter can have at most " + policiesMax + " resource policies.", policiesMax, "PolicyCount");
    }

    private static AwsFault resourcePolicyLimit(String message, int limit, String type) {
        return AwsFault.client("ResourcePolicyLimitExceededException", message)
                .with(Structure.builder()
                        .put("Limit", limit)
                        .put("LimitType", type)
                        .build());
    }
}
