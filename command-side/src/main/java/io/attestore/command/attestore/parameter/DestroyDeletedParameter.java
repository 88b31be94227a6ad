package io.attestore.command.attestore.parameter;

import io.attestore.command.ssm.parameter.deletion.Deletion;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.subject.NamedParameter;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.Parameter.Deleted;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import java.util.ArrayList;
import java.util.List;

/**
 * DestroyDeletedParameter, which AWS has not: destroys at once what is retained of the deleted parameters of a name.
 * One that has the name now is left alone. Safe for many threads.
 */
public final class DestroyDeletedParameter {

    private static final int DATA_KEYS_MAX = 2_000;

    private DestroyDeletedParameter() {}

    public static Operation operation() {
        return Operation.of(AwsService.ATTESTORE, "DestroyDeletedParameter")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.named("Name"))
                .handledBy(DestroyDeletedParameter::destroy);
    }

    private static Outcome destroy(Structure input, Call call) {
        ParameterReference reference = NamedParameter.of(input, call);
        List<Deleted> retained = call.load(Parameter.TYPE, reference.id()).deleted();
        if (retained.isEmpty()) {
            throw RestorationFaults.nothingToRestore(reference.name());
        }
        List<Event> events = new ArrayList<>();
        List<KeyRowChange> rows = new ArrayList<>();
        for (Deleted deleted : retained) {
            Deletion end = Deletions.destroy(deleted);
            events.addAll(end.events());
            rows.addAll(end.rows());
        }
        Structure output = Structure.builder()
                .putTexts("DestroyedDataKeyIds", dataKeyIds(retained))
                .build();
        return Outcome.answered(output, events, rows);
    }

    private static List<String> dataKeyIds(List<Deleted> retained) {
        return retained.stream()
                .flatMap(deleted -> deleted.parameter().versions().stream())
                .map(ParameterVersion::dataKeyId)
                .toList();
    }
}
