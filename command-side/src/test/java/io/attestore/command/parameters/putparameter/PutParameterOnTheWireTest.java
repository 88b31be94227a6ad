package io.attestore.command.parameters.putparameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.parameters.ParameterScenario;
import io.attestore.door.document.Redaction;
import io.attestore.door.document.ShapeChecker;
import io.attestore.door.document.Structure;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Operation;
import io.attestore.door.protocol.WireProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PutParameterOnTheWireTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void the_record_shows_what_was_sent_with_the_value_hidden() {
        Structure input = read("{\"Name\":\"/x\",\"Value\":\"canary\",\"Type\":\"String\",\"Overwrite\":true}");

        assertThat(ShapeChecker.violations(input, operation.input())).isEmpty();
        assertThat(Redaction.record(operation.recordedInput().of(input), operation.input()))
                .contains("{\"name\":\"/x\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"type\":\"String\","
                        + "\"overwrite\":true}");
    }

    @Test
    void the_record_of_the_answer_has_version_and_tier() {
        Structure answer = parameters.scenario.answer(
                operation, read("{\"Name\":\"/x\",\"Value\":\"canary\",\"Type\":\"SecureString\"}"));

        assertThat(ShapeChecker.violations(answer, operation.output())).isEmpty();
        assertThat(Redaction.record(answer, operation.output())).contains("{\"version\":1,\"tier\":\"Standard\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Value\":\"canary\",\"Type\":\"String\"}",
                "{\"Name\":\"/x\",\"Value\":\"\",\"Type\":\"String\"}",
                "{\"Name\":\"/x\",\"Value\":\"canary\",\"Type\":\"Secret\"}",
                "{\"Name\":\"/x\",\"Value\":\"canary\",\"KeyId\":\"a b\"}",
                "{\"Name\":\"/x\",\"Value\":\"canary\",\"Tier\":\"Cheap\"}",
                "{\"Name\":\"/x\",\"Type\":\"String\"}"
            })
    void what_breaks_the_service_model_is_told_without_the_value(String json) {
        assertThat(ShapeChecker.violations(read(json), operation.input()))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("canary"));
    }

    private Structure read(String json) {
        return WireProtocol.of(AwsService.SSM).read(json.getBytes(UTF_8), operation.input());
    }
}
