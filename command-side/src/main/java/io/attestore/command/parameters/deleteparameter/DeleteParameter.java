package io.attestore.command.parameters.deleteparameter;

import static io.attestore.door.document.Shape.structure;
import static io.attestore.door.document.Shape.text;

import io.attestore.command.parameters.deletion.Deletion;
import io.attestore.command.parameters.deletion.Deletions;
import io.attestore.command.parameters.existing.ExistingParameter;
import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Operation;
import io.attestore.door.operation.Outcome;
import io.attestore.entities.parameter.Parameter;
import io.attestore.entities.parameter.ParameterReference;
import java.util.List;

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
                .resources((input, where) -> List.of(ParameterReference.resource(input.text("Name"), where)))
                .input(structure().required("Name", text(1, 2048)))
                .output(structure())
                .handledBy(this::delete);
    }

    private Outcome delete(Structure input, Call call) {
        return switch (call.load(
                Parameter.TYPE,
                ExistingParameter.reference(input.text("Name"), call).id())) {
            case Parameter.Absent absent -> throw SsmFaults.parameterNotFound();
            case Parameter.Present present -> {
                Deletion deletion = deletions.of(present, call);
                yield Outcome.answered(Structure.EMPTY, deletion.events(), deletion.rows());
            }
        };
    }
}
