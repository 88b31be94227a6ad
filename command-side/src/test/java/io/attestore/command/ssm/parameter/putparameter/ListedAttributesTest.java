package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.secureString;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListedAttributesTest {

    private final ParameterScenario parameters = new ParameterScenario();

    @Test
    void the_directory_is_told_the_key_of_a_new_parameter() {
        parameters.put(secureString("/x", "1"));
        parameters.put(string("/y", "1"));

        assertThat(entry("/x").keyReference()).contains("alias/aws/ssm");
        assertThat(entry("/y").keyReference()).isEmpty();
    }

    @Test
    void a_version_that_changes_nothing_in_it_tells_it_nothing() {
        parameters.put(secureString("/x", "1"));

        parameters.put(secureString("/x", "2").put("Overwrite", true));

        assertThat(parameters.eventsAfter(0)).noneMatch(ParameterAttributesChanged.class::isInstance);
    }

    @Test
    void another_key_is_told() {
        parameters.put(secureString("/x", "1"));
        KeyLookup.Found key = (KeyLookup.Found) parameters.keys.find(
                parameters.scenario.history, Scenario.WHERE, "alias/aws/ssm", "request-1", Instant.EPOCH);
        String arn = key.facts().arn().value();

        parameters.put(secureString("/x", "2").put("KeyId", arn).put("Overwrite", true));

        assertThat(entry("/x").keyReference()).contains(arn);
    }

    @Test
    void another_type_is_told_with_the_key_that_it_has() {
        parameters.put(string("/x", "1"));

        parameters.put(secureString("/x", "2").put("Overwrite", true));
        assertThat(entry("/x").type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(entry("/x").keyReference()).contains("alias/aws/ssm");

        parameters.put(string("/x", "3").put("Overwrite", true));
        assertThat(entry("/x").type()).isEqualTo(ParameterType.STRING);
        assertThat(entry("/x").keyReference()).isEmpty();
    }

    private ParameterDirectory.Entry entry(String path) {
        return parameters
                .scenario
                .history
                .load(ParameterDirectory.TYPE, Scenario.WHERE)
                .byPath()
                .get(path);
    }
}
