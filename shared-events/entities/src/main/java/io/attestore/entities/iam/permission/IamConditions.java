package io.attestore.entities.iam.permission;

import io.attestore.contract.operation.ConditionValues;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * What IAM's operations tell policies beside the tags of the resource that they are about. Each is found when a policy
 * asks.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">
 *     Actions, resources and condition keys for IAM</a>
 */
public final class IamConditions {

    private static final String BOUNDARY = "iam:permissionsboundary";
    private static final String POLICY = "iam:policyarn";
    private static final String PASSED_TO = "iam:passedtoservice";

    private IamConditions() {}

    /** The permissions boundary that the user or role has whom a member of the input names. */
    public static Operation.Conditions boundaryOf(NamedInIam<? extends PolicyHolder> all, String member) {
        return (input, call) -> key -> key.equals(BOUNDARY)
                ? all.find(input.text(member), call)
                        .flatMap(holder -> holder.policies().boundary())
                        .map(Arn::value)
                        .flatMap(ConditionValues::one)
                : Optional.empty();
    }

    /** The permissions boundary that a user or role is to have. */
    public static Operation.Conditions boundarySent() {
        return sent(BOUNDARY, "PermissionsBoundary");
    }

    /** The managed policy that is attached or detached. */
    public static Operation.Conditions policySent() {
        return sent(POLICY, "PolicyArn");
    }

    /** The tags that a resource is to have. */
    public static Operation.Conditions tagsSent() {
        return TagConditions.put("Tags", "Key", "Value");
    }

    /** The keys of the tags that a resource is to have no more. */
    public static Operation.Conditions tagsRemoved() {
        return TagConditions.removed("TagKeys");
    }

    /** The service that a role is handed to, e.g. {@code ec2.amazonaws.com}. */
    public static ConditionValues passedTo(String service) {
        return key -> key.equals(PASSED_TO) ? ConditionValues.one(service) : Optional.empty();
    }

    private static Operation.Conditions sent(String conditionKey, String member) {
        return (input, call) -> key ->
                key.equals(conditionKey) ? input.optionalText(member).flatMap(ConditionValues::one) : Optional.empty();
    }
}
