package io.attestore.command.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.events.identity.IamResourceDeleted;

/**
 * Deletes an instance profile that has no role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html">IAM: DeleteInstanceProfile</a>
 */
public final class DeleteInstanceProfile {

    private DeleteInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteInstanceProfile")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.INSTANCE_PROFILES.by("InstanceProfileName"))
                .handledBy(DeleteInstanceProfile::delete);
    }

    private static Outcome delete(InstanceProfile.Existing profile, Structure input, Call call) {
        if (profile.role().isPresent()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }
        return Outcome.answered(Structure.EMPTY, new IamResourceDeleted(profile.resource()));
    }
}
