package io.attestore.command.ssm.parameter.putparameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
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

    @Test
    void a_value_beyond_all_tiers_is_told_by_its_characters() {
        String longest = "\u00e4".repeat(32_768);

        assertThat(ShapeChecker.violations(read(put(longest, "String")), operation.input()))
                .isEmpty();
        assertThat(ShapeChecker.violations(read(put(longest + "a", "String")), operation.input()))
                .contains("1 validation error detected: Value at 'value' failed to satisfy constraint: Member must have"
                        + " length less than or equal to 32768");
    }

    @Test
    void the_types_are_listed_in_the_order_of_aws() {
        assertThat(ShapeChecker.violations(read(put("canary", "AWS::EC2::Image::Id")), operation.input()))
                .contains("1 validation error detected: Value 'AWS::EC2::Image::Id' at 'type' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [SecureString, StringList, String]");
    }

    private static String put(String value, String type) {
        return "{\"Name\":\"/x\",\"Value\":\"" + value + "\",\"Type\":\"" + type + "\"}";
    }

    private Structure read(String json) {
        return WireProtocol.of(AwsService.SSM).read(json.getBytes(UTF_8), operation.input());
    }
}
