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
import io.attestore.events.parameter.ParameterVersionLabelled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * LabelParameterVersion: attaches labels to a version, the newest if none is named; a label that is on another version
 * moves. Labels that break the rules are told, not an error. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html">LabelParameterVersion</a>
 */
public final class LabelParameterVersion {

    /** Labels that one version can have. */
    static final int LABELS_MAX = 10;

    private static final ListShape LABELS = list(text(1, 100), 1, LABELS_MAX);

    /** Letters, digits, dots, hyphens and underscores, not beginning with a digit, {@code aws} or {@code ssm}. */
    private static final Pattern VALID =
            Pattern.compile("(?![aA][wW][sS]|[sS][sS][mM])[a-zA-Z_.-][a-zA-Z0-9_.-]{0,99}");

    public Operation operation() {
        return Operation.of(AwsService.SSM, "LabelParameterVersion")
                .writes()
                .disclosesNoSecret()
                .needing(ParameterPermission.named("Name"))
                .handledBy(this::label);
    }

    private Outcome label(Structure input, Call call) {
        Parameter.Present parameter = ExistingParameter.named(input.text("Name"), call);
        long version = input.optionalWhole("ParameterVersion")
                .map(number -> ExistingParameter.version(parameter, number).number())
                .orElseGet(() -> ExistingParameter.version(
                                parameter, parameter.current().number())
                        .number());
        List<String> labels = input.texts("Labels").stream().distinct().toList();
        List<String> invalid =
                labels.stream().filter(label -> !VALID.matcher(label).matches()).toList();
        Set<String> attached = new LinkedHashSet<>(parameter.labels().of(version));
        List<String> fresh = labels.stream()
                .filter(label -> VALID.matcher(label).matches() && attached.add(label))
                .toList();
        if (attached.size() > LABELS_MAX) {
            throw LabelFaults.tooManyLabels();
        }
        Structure output = Structure.builder()
                .putTexts("InvalidLabels", invalid)
                .put("ParameterVersion", version)
                .build();
        List<Event> events = fresh.isEmpty()
                ? List.of()
                : List.of(new ParameterVersionLabelled(call.where(), parameter.name(), version, fresh));
        return Outcome.answered(output, events, List.of());
    }
}
