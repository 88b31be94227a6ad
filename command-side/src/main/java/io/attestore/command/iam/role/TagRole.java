package io.attestore.command.iam.role;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Puts tags on a role, or other values to those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html">IAM: TagRole</a>
 */
public final class TagRole {

    private TagRole() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "TagRole")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> ResourceTagging.tag(role.resource(), role.tags(), input));
    }
}
