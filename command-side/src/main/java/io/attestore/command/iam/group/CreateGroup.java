package io.attestore.command.iam.group;

import io.attestore.command.iam.change.Creation;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.GroupCreated;
import java.util.List;

/**
 * Makes a group, which has nobody in it and no permissions yet.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html">IAM: CreateGroup</a>
 */
public final class CreateGroup {

    private CreateGroup() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreateGroup")
                .writes()
                .disclosesNoSecret()
                .needing((input, call) ->
                        List.of(NamedInIam.GROUPS.creation(call, Creation.path(input), input.text("GroupName"))))
                .handledBy(CreateGroup::create);
    }

    private static Outcome create(Structure input, Call call) {
        IamResource group =
                NamedInIam.GROUPS.fresh(call, Creation.path(input), input.text("GroupName"), IamQuota.GROUPS);
        Structure document = IamDocuments.group(group, call.context().at());
        return Outcome.answered(Structure.builder().put("Group", document).build(), new GroupCreated(group));
    }
}
