package io.attestore.command.iam.role;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Takes tags off a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html">IAM: UntagRole</a>
 */
public final class UntagRole {

    private UntagRole() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UntagRole")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsRemoved())
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> ResourceTagging.untag(role.resource(), role.tags(), input));
    }
}
