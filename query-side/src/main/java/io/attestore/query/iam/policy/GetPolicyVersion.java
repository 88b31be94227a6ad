package io.attestore.query.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.ManagedPolicy;

/**
 * Tells what a version of a managed policy says.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html">IAM: GetPolicyVersion</a>
 */
public final class GetPolicyVersion {

    private GetPolicyVersion() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetPolicyVersion")
                .reads()
                .disclosesNoSecret()
                .about(ManagedPolicies.by("PolicyArn"))
                .handledBy(GetPolicyVersion::get);
    }

    private static Outcome get(ManagedPolicy policy, Structure input, Call call) {
        String id = input.text("VersionId");
        ManagedPolicy.ShownVersion version = policy.versions().stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IamFaults.noSuchEntity(
                        "Policy " + policy.arn() + " version " + id + " does not exist or is not attachable."));
        return Outcome.answered(Structure.builder()
                .put("PolicyVersion", PolicyDocuments.version(version))
                .build());
    }
}
