package io.attestore.command.iam.role;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Takes tags off an instance profile.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagInstanceProfile.html">IAM: UntagInstanceProfile</a>
 */
public final class UntagInstanceProfile {

    private UntagInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UntagInstanceProfile")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsRemoved())
                .about(NamedInIam.INSTANCE_PROFILES.by("InstanceProfileName"))
                .handledBy((profile, input, call) -> ResourceTagging.untag(profile.resource(), profile.tags(), input));
    }
}
