package io.attestore.command.iam.role;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Puts tags on an instance profile, or other values to those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagInstanceProfile.html">IAM: TagInstanceProfile</a>
 */
public final class TagInstanceProfile {

    private TagInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "TagInstanceProfile")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .about(NamedInIam.INSTANCE_PROFILES.by("InstanceProfileName"))
                .handledBy((profile, input, call) -> ResourceTagging.tag(profile.resource(), profile.tags(), input));
    }
}
