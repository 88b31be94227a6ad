package io.attestore.command.ssm.parameter;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteParameterTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("DeleteParameter");

    @Test
    void the_data_keys_of_all_versions_go_with_the_parameter_and_the_receipt_names_them() {
        parameters.put(string("/x", "1"));
        parameters.put(string("/x", "2").put("Overwrite", true));
        List<String> dataKeys = parameters.present("/x").versions().stream()
                .map(ParameterVersion::dataKeyId)
                .toList();

        parameters.scenario.answer(operation, named("x"));

        assertThat(parameters.parameter("/x")).isInstanceOf(Parameter.Absent.class);
        assertThat(parameters.eventsAfter(0))
                .endsWith(new ParameterDeleted(
                        Scenario.WHERE,
                        new ParameterName("/x"),
                        dataKeys,
                        Optional.of(ParameterType.STRING),
                        Optional.empty()));
        assertThat(dataKeys)
                .hasSize(2)
                .allSatisfy(dataKey ->
                        assertThat(parameters.scenario.history.find(dataKey)).isEmpty());
    }

    @Test
    void a_deleted_name_can_be_put_again_from_version_one() {
        parameters.put(string("/x", "1"));
        parameters.scenario.answer(operation, named("/x"));

        parameters.put(string("/x", "2"));

        assertThat(parameters.present("/x").current().number()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_found_without_a_message() {
        AwsFault fault = parameters.scenario.fault(operation, named("/none"));

        assertThat(fault.code()).isEqualTo("ParameterNotFound");
        assertThat(fault.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "/x:1", "arn:aws:ssm:eu-west-1:123456789012:parameter/x", "a/b"})
    void only_a_name_is_taken(String name) {
        assertThat(parameters.scenario.fault(operation, named(name)).code()).isEqualTo("ValidationException");
    }
}
