package io.attestore.query.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.lookup.NamedInIam;

/**
 * Tells an instance profile, and the role in it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html">IAM: GetInstanceProfile</a>
 */
public final class GetInstanceProfile {

    private GetInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetInstanceProfile")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.INSTANCE_PROFILES.by("InstanceProfileName"))
                .handledBy((profile, input, call) -> Outcome.answered(Structure.builder()
                        .put("InstanceProfile", ProfileDocuments.of(profile, call))
                        .build()));
    }
}
