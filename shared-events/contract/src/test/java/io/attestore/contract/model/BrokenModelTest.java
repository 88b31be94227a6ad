package io.attestore.contract.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that is not what it must be is refused with its place, never half understood. */
class BrokenModelTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"type":"tree"}                                      | In is of the type tree, which is not known
                    {"members":{}}                                       | In has no type
                    {"type":"string"}                                    | In is not a structure
                    {"type":"structure","members":{"A":{}}}              | A has no shape
                    {"type":"structure","members":{"A":{"shape":"X"}}}   | shapes has no X
                    {"type":"structure","members":{"A":{"shape":"In"}}}  | In contains itself
                    {"type":"structure","members":{"A":"In"}}            | has another kind of A than expected
                    {"type":"structure","required":["A"]}                | In requires A, which it does not describe
                    {"type":"structure","required":"A"}                  | In has another kind of required than expected
                    {"type":"structure","members":{"A":{"shape":"In","locationName":"b"}}} | A has locationName, which is not understood here
                    {"type":"structure","flattened":true}                | In has flattened, which is not understood here
                    {"type":"structure","members":{"A":{"shape":"P"}}}   | P has a pattern that cannot be read
                    {"type":"structure","members":{"A":{"shape":"N"}}}   | N has a max that is not between
                    {"type":"structure","members":{"A":{"shape":"M"}}}   | M has keys that are not plain text
                    """)
    void a_shape_that_is_not_understood_is_refused(String definition, String problem) {
        String model = """
                {"metadata":{"apiVersion":"1","serviceId":"S","endpointPrefix":"s","protocols":["json"]},
                 "operations":{"Do":{"http":{"method":"POST","requestUri":"/"},"input":{"shape":"In"}}},
                 "shapes":{"In":%s,"P":{"type":"string","pattern":"("},"N":{"type":"integer","max":3000000000},
                  "S":{"type":"string","sensitive":true},
                  "M":{"type":"map","key":{"shape":"S"},"value":{"shape":"S"}}}}""".formatted(definition);

        assertThatThrownBy(() -> read(model).operation("Do").orElseThrow().input())
                .isInstanceOf(BrokenModelException.class)
                .hasMessageContaining("s.json: shapes")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                   | is not a JSON object
                    {                                    | is not well-formed JSON
                    {"a":1,"a":2}                        | is not well-formed JSON
                    {"a":99999999999999999999}           | is not well-formed JSON
                    {}{}                                 | goes on after its end
                    {"a":null}                           | a is a VALUE_NULL, which no model has
                    {"a":1.5}                            | a is a VALUE_NUMBER_FLOAT, which no model has
                    {"metadata":{}}                      | has no shapes
                    {"shapes":{},"operations":{"O":{"http":{"method":"GET","requestUri":"/"}}}} | http is not POST /
                    {"shapes":{},"operations":{}}        | has no metadata
                    """)
    void a_file_that_is_no_model_is_refused(String json, String problem) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BrokenModelException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_file_that_is_too_large_or_too_deep_is_refused() {
        assertThatThrownBy(() -> read(" ".repeat(ModelReading.BYTES_MAX + 1))).hasMessageContaining("is larger than");
        assertThatThrownBy(() -> read("{\"a\":".repeat(100) + "1" + "}".repeat(100)))
                .hasMessageContaining("is not well-formed JSON");
    }

    private static ServiceModel read(String json) {
        return ServiceModel.read("s.json", json.getBytes(UTF_8));
    }
}
