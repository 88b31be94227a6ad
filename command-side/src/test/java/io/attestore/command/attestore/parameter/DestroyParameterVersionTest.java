package io.attestore.command.attestore.parameter;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DestroyParameterVersionTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("DestroyParameterVersion");

    @BeforeEach
    void threeVersions() {
        parameters.put(string("/x", "1"));
        parameters.put(string("/x", "2").put("Overwrite", true));
        parameters.put(string("/x", "3").put("Overwrite", true));
    }

    @Test
    void its_data_key_goes_the_receipt_names_it_and_the_others_stay() {
        String dataKey = parameters.present("/x").version(2).orElseThrow().dataKeyId();

        Structure answer = parameters.scenario.answer(operation, version("x", 2));

        assertThat(answer.text("DestroyedDataKeyId")).isEqualTo(dataKey);
        assertThat(parameters.eventsAfter(0))
                .endsWith(new ParameterVersionDestroyed(Scenario.WHERE, new ParameterName("/x"), 2, dataKey));
        assertThat(parameters.scenario.history.find(dataKey)).isEmpty();
        assertThat(parameters.present("/x").versions())
                .extracting(ParameterVersion::number)
                .containsExactly(1L, 3L);
        assertThat(parameters.present("/x").versions())
                .allSatisfy(kept -> assertThat(parameters.scenario.history.find(kept.dataKeyId()))
                        .isPresent());
    }

    @Test
    void after_the_newest_one_the_next_put_goes_on_counting() {
        parameters.scenario.answer(operation, version("/x", 3));

        parameters.put(string("/x", "4").put("Overwrite", true));

        assertThat(parameters.present("/x").current().number()).isEqualTo(4);
    }

    @Test
    void a_parameter_all_of_whose_versions_are_destroyed_can_still_be_put_and_deleted() {
        for (long number = 1; number <= 3; number++) {
            parameters.scenario.answer(operation, version("/x", number));
        }
        parameters.scenario.answer(parameters.operation("DeleteParameter"), named("/x"));
        parameters.put(string("/x", "again"));

        assertThat(parameters.present("/x").current().number()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(parameters.scenario.fault(operation, version("/none", 1)).code())
                .isEqualTo("ParameterNotFound");
        parameters.scenario.answer(operation, version("/x", 1));

        AwsFault again = parameters.scenario.fault(operation, version("/x", 1));

        assertThat(again.code()).isEqualTo("ParameterVersionNotFound");
        assertThat(again.text())
                .isEqualTo("Systems Manager could not find version 1 of /x. Verify the version and try again.");
    }

    private static Structure version(String name, long number) {
        return Structure.builder().put("Name", name).put("Version", number).build();
    }
}
