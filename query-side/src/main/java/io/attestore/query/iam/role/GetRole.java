package io.attestore.query.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Tells a role, and who may assume it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">IAM: GetRole</a>
 */
public final class GetRole {

    private GetRole() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetRole")
                .reads()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> Outcome.answered(
                        Structure.builder().put("Role", IamDocuments.role(role)).build()));
    }
}
