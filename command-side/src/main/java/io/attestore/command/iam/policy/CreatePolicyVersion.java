package io.attestore.command.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.Policy;
import io.attestore.entities.iam.policy.StoredPolicy;
import io.attestore.events.identity.PolicyVersionCreated;

/**
 * Adds a version to a customer managed policy, at most five, and makes it the default one if asked to.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html">IAM: CreatePolicyVersion</a>
 */
public final class CreatePolicyVersion {

    private CreatePolicyVersion() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreatePolicyVersion")
                .writes()
                .disclosesNoSecret()
                .about(ManagedPolicies.changeableBy("PolicyArn"))
                .handledBy(CreatePolicyVersion::create);
    }

    private static Outcome create(Policy.Existing policy, Structure input, Call call) {
        String document = PolicyChecks.managed(input.text("PolicyDocument"));
        if (policy.versions().size() >= IamQuota.VERSIONS_PER_POLICY_MAX) {
            throw IamFaults.limitExceeded("A managed policy can have up to " + IamQuota.VERSIONS_PER_POLICY_MAX
                    + " versions. Before you create a new version, you must delete an existing version.");
        }
        boolean isDefault = input.flag("SetAsDefault");
        int number = policy.nextVersion();
        Structure version = PolicyDocuments.listedVersion(new ManagedPolicy.ShownVersion(
                "v" + number, isDefault, call.context().at(), StoredPolicy.identity(document)));
        return Outcome.answered(
                Structure.builder().put("PolicyVersion", version).build(),
                new PolicyVersionCreated(policy.resource(), number, document, isDefault));
    }
}
