package io.attestore.command.ssm.parameter;

import io.attestore.command.ssm.parameter.deletion.Deletion;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.subject.ExistingParameter;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterFaults;
import io.attestore.entities.ssm.parameter.ParameterPermission;

/**
 * DeleteParameter: deletes one parameter with all its versions. Its name is free at once. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html">DeleteParameter</a>
 */
public final class DeleteParameter {

    private final Deletions deletions;

    public DeleteParameter(Deletions deletions) {
        this.deletions = deletions;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "DeleteParameter")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.named("Name"))
                .handledBy(this::delete);
    }

    private Outcome delete(Structure input, Call call) {
        return switch (call.load(
                Parameter.TYPE,
                ExistingParameter.reference(input.text("Name"), call).id())) {
            case Parameter.Absent absent -> throw ParameterFaults.parameterNotFound();
            case Parameter.Present present -> {
                Deletion deletion = deletions.of(present, call);
                yield Outcome.answered(Structure.EMPTY, deletion.events(), deletion.rows());
            }
        };
    }
}
