package io.attestore.query.ssm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.ShapeChecker;
import io.attestore.contract.document.Structure;
import io.attestore.contract.document.Unmodelled;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.door.protocol.WireProtocol;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersOnTheWireTest {

    private final StoredParameters stored = new StoredParameters().secureString("/p/x", "canary");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GetParameter | {"Name":"/p/x:1","WithDecryption":true}
                    GetParameters | {"Names":["/p/x","/none"],"WithDecryption":true}
                    GetParametersByPath | {"Path":"/p","MaxResults":1,"WithDecryption":true}
                    GetParameterHistory | {"Name":"/p/x","WithDecryption":true}
                    """)
    void inputs_and_answers_keep_the_service_model_and_records_never_hold_a_value(String name, String json) {
        Operation operation = stored.operation(name);
        Structure input = WireProtocol.of(AwsService.SSM).read(json.getBytes(UTF_8), operation.input());
        Structure answer = stored.scenario.answer(operation, input);

        assertThat(ShapeChecker.violations(input, operation.input())).isEmpty();
        assertThat(Unmodelled.in(answer, operation.output())).isEmpty();
        assertThat(Redaction.record(answer, operation.output()))
                .hasValueSatisfying(record -> assertThat(record)
                        .contains("\"value\":\"" + Redaction.HIDDEN)
                        .doesNotContain("canary"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DescribeParameters | {"ParameterFilters":[{"Key":"tag:a","Values":["b"]},{"Key":"Tier","Values":["Standard"]}]}
                    DescribeParameters | {"Filters":[{"Key":"Name","Values":["/p"]}],"MaxResults":50,"Shared":false}
                    ListTagsForResource | {"ResourceType":"Parameter","ResourceId":"/p/x"}
                    """)
    void inputs_and_answers_without_values_keep_the_service_model(String name, String json) {
        stored.tagged("/p/x", Map.of("a", "b"));
        Operation operation = stored.operation(name);
        Structure input = WireProtocol.of(AwsService.SSM).read(json.getBytes(UTF_8), operation.input());
        Structure answer = stored.scenario.answer(operation, input);

        assertThat(ShapeChecker.violations(input, operation.input())).isEmpty();
        assertThat(Unmodelled.in(answer, operation.output())).isEmpty();
        assertThat(answer.members()).isNotEmpty();
    }

    @Test
    void the_record_of_a_read_shows_decryption_only_where_it_was_sent() {
        Operation operation = stored.operation("GetParameter");

        assertThat(recorded(operation, "{\"Name\":\"/p/x\"}")).isEqualTo("{\"name\":\"/p/x\"}");
        assertThat(recorded(operation, "{\"Name\":\"/p/x\",\"WithDecryption\":false}"))
                .isEqualTo("{\"name\":\"/p/x\",\"withDecryption\":false}");
    }

    private static String recorded(Operation operation, String json) {
        Structure input = WireProtocol.of(AwsService.SSM).read(json.getBytes(UTF_8), operation.input());
        return Redaction.record(operation.recordedInput().of(input), operation.input())
                .orElseThrow();
    }
}
