package io.attestore.command.iam.role;

import io.attestore.command.iam.change.Creation;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.TagsSent;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.Role;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.RoleCreated;
import io.attestore.events.identity.RoleFacts;
import io.attestore.events.identity.TrustPolicy;
import java.util.List;
import java.util.Map;

/**
 * Makes a role, which has no permissions yet, and says who may assume it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">IAM: CreateRole</a>
 */
public final class CreateRole {

    private CreateRole() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreateRole")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent().and(IamConditions.boundarySent()))
                .needing(CreateRole::needs)
                .handledBy(CreateRole::create);
    }

    /** The longest time of a session where none is asked for. */
    static final int SESSION_SECONDS_DEFAULT = 3600;

    private static List<Access> needs(Structure input, Call call) {
        Access creation = NamedInIam.ROLES.creation(call, Creation.path(input), input.text("RoleName"));
        return Creation.access(creation, input, "iam:TagRole");
    }

    private static Outcome create(Structure input, Call call) {
        Map<String, String> tags = TagsSent.checked(input.structures("Tags"));
        TrustPolicy trust = TrustPolicies.checked(input.text("AssumeRolePolicyDocument"), call);
        RoleFacts facts = new RoleFacts(
                input.optionalText("Description"), input.whole("MaxSessionDuration", SESSION_SECONDS_DEFAULT));
        IamResource role = NamedInIam.ROLES.fresh(call, Creation.path(input), input.text("RoleName"), IamQuota.ROLES);
        RoleCreated created = new RoleCreated(role, facts, trust, tags, Creation.boundary(input, call));
        Structure document =
                IamDocuments.role(Role.justCreated(created, call.context().at()));
        return Outcome.answered(
                Structure.builder().put("Role", document).build(),
                Creation.events(created, role, created.boundary()),
                List.of());
    }
}
