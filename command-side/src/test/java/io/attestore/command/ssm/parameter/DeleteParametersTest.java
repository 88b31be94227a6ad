package io.attestore.command.ssm.parameter;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.parameter.ParameterDeleted;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteParametersTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("DeleteParameters");

    @Test
    void deletes_what_is_there_and_tells_what_is_not() {
        parameters.put(string("/a", "1"));
        parameters.put(string("/b", "2"));

        Structure answer = parameters.scenario.answer(operation, names("/b", "/none", "a b", "a", "/b"));

        assertThat(answer.texts("DeletedParameters")).containsExactly("/b", "a");
        assertThat(answer.texts("InvalidParameters")).containsExactly("/none", "a b");
        assertThat(parameters.parameter("/a")).isInstanceOf(Parameter.Absent.class);
        assertThat(parameters.eventsAfter(0))
                .filteredOn(ParameterDeleted.class::isInstance)
                .hasSize(2);
    }

    @Test
    void two_spellings_of_one_parameter_delete_it_once() {
        parameters.put(string("/a", "1"));

        Structure answer = parameters.scenario.answer(operation, names("a", "/a"));

        assertThat(answer.texts("DeletedParameters")).containsExactly("a");
        assertThat(parameters.eventsAfter(0))
                .filteredOn(ParameterDeleted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void permission_is_asked_for_each() {
        assertThat(parameters.scenario.resources(operation, names("/a", "a", "/b")))
                .isEqualTo(List.of(
                        "arn:aws:ssm:eu-west-1:123456789012:parameter/a",
                        "arn:aws:ssm:eu-west-1:123456789012:parameter/b"));
    }

    private static Structure names(String... names) {
        return Structure.builder().putTexts("Names", List.of(names)).build();
    }
}
