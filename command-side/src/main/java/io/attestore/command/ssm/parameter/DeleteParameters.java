package io.attestore.command.ssm.parameter;

import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.text;

import io.attestore.command.ssm.parameter.deletion.Deletion;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.log.KeyRowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DeleteParameters: deletes up to ten parameters, all in one transaction. Names of nothing are told, not an error. Safe
 * for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameters.html">DeleteParameters</a>
 */
public final class DeleteParameters {

    private static final ListShape NAMES = list(text(1, 2048), 1, 10);

    private final Deletions deletions;

    public DeleteParameters(Deletions deletions) {
        this.deletions = deletions;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "DeleteParameters")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.allNamed("Names"))
                .handledBy(this::delete);
    }

    private Outcome delete(Structure input, Call call) {
        Map<ParameterId, String> deleted = new LinkedHashMap<>();
        Set<String> invalid = new LinkedHashSet<>();
        List<Event> events = new ArrayList<>();
        List<KeyRowChange> rows = new ArrayList<>();
        for (String name : input.texts("Names")) {
            switch (ParameterReference.parseName(name, call.where())) {
                case ParameterReference.Rejected rejected -> invalid.add(name);
                case ParameterReference.Understood(ParameterReference reference) -> {
                    switch (call.load(Parameter.TYPE, reference.id())) {
                        case Parameter.Absent absent -> invalid.add(name);
                        case Parameter.Present present -> {
                            if (deleted.putIfAbsent(present.id(), name.strip()) == null) {
                                Deletion deletion = deletions.of(present, call);
                                events.addAll(deletion.events());
                                rows.addAll(deletion.rows());
                            }
                        }
                    }
                }
            }
        }
        Structure output = Structure.builder()
                .putTexts("DeletedParameters", deleted.values())
                .putTexts("InvalidParameters", invalid)
                .build();
        return Outcome.answered(output, events, rows);
    }
}
