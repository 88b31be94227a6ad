package io.attestore.command.ssm.label;

import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.text;

import io.attestore.command.ssm.parameter.subject.ExistingParameter;
import io.attestore.contract.document.Shape.ListShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterPermission;
import io.attestore.events.Event;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * UnlabelParameterVersion: takes labels off the version that has them. Those that it does not have are told, not an
 * error. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UnlabelParameterVersion.html">UnlabelParameterVersion</a>
 */
public final class UnlabelParameterVersion {

    private static final ListShape LABELS = list(text(1, 100), 1, 10);
    private static final ListShape LABELS_TOLD = list(text(1, 100), 0, 10);

    public Operation operation() {
        return Operation.of(AwsService.SSM, "UnlabelParameterVersion")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.named("Name"))
                .handledBy(this::unlabel);
    }

    private Outcome unlabel(Structure input, Call call) {
        Parameter.Present parameter = ExistingParameter.named(input.text("Name"), call);
        long version = ExistingParameter.version(
                        parameter, input.optionalWhole("ParameterVersion").orElseThrow())
                .number();
        Set<String> removed = new LinkedHashSet<>(input.texts("Labels"));
        Set<String> invalid = new LinkedHashSet<>(removed);
        List<String> attached = parameter.labels().of(version);
        removed.retainAll(attached);
        invalid.removeAll(attached);
        Structure output = Structure.builder()
                .putTexts("RemovedLabels", removed)
                .putTexts("InvalidLabels", invalid)
                .build();
        List<Event> events = removed.isEmpty()
                ? List.of()
                : List.of(
                        new ParameterVersionUnlabelled(call.where(), parameter.name(), version, List.copyOf(removed)));
        return Outcome.answered(output, events, List.of());
    }
}
