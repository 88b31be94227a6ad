package io.attestore.command.ssm.label;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnlabelParameterVersionTest {

    private static final ParameterName NAME = new ParameterName("/x");

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("UnlabelParameterVersion");

    @BeforeEach
    void twoVersionsHaveLabels() {
        parameters.put(string("/x", "1"));
        parameters.put(string("/x", "2").put("Overwrite", true));
        parameters.scenario.given(
                new ParameterVersionLabelled(Scenario.WHERE, NAME, 1, List.of("a", "b")),
                new ParameterVersionLabelled(Scenario.WHERE, NAME, 2, List.of("c")));
    }

    @Test
    void the_labels_of_the_version_go_and_the_others_are_told() {
        Structure answer = parameters.scenario.answer(operation, labels("/x", 1, "b", "c", "none", "b"));

        assertThat(answer.texts("RemovedLabels")).containsExactly("b");
        assertThat(answer.texts("InvalidLabels")).containsExactly("c", "none");
        assertThat(parameters.scenario.history.events())
                .endsWith(new ParameterVersionUnlabelled(Scenario.WHERE, NAME, 1, List.of("b")));
        assertThat(parameters.present("/x").labels().versionByLabel()).containsOnlyKeys("a", "c");
    }

    @Test
    void nothing_happens_where_there_is_nothing_to_take_off() {
        int before = parameters.eventsAfter(0).size();

        parameters.scenario.answer(operation, labels("x", 2, "a"));

        assertThat(parameters.eventsAfter(before)).isEmpty();
    }

    @Test
    void a_version_or_parameter_that_is_not_there_is_refused() {
        assertThat(parameters.scenario.fault(operation, labels("/x", 3, "a")).code())
                .isEqualTo("ParameterVersionNotFound");
        assertThat(parameters.scenario.fault(operation, labels("/none", 1, "a")).code())
                .isEqualTo("ParameterNotFound");
    }

    private static Structure labels(String name, long version, String... labels) {
        return Structure.builder()
                .put("Name", name)
                .put("ParameterVersion", version)
                .putTexts("Labels", List.of(labels))
                .build();
    }
}
