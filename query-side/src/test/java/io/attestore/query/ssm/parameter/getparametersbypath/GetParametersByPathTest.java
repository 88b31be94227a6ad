package io.attestore.query.ssm.parameter.getparametersbypath;

import static io.attestore.query.ssm.StoredParameters.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.query.ssm.StoredParameters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetParametersByPathTest {

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetParametersByPath");

    @Test
    void a_path_has_what_is_directly_under_it() {
        tree();

        assertThat(names(answer(path("/a")))).containsExactly("/a/b", "/a/b-c", "/a/d", "/a/z");
        assertThat(names(answer(path("/a/")))).containsExactly("/a/b", "/a/b-c", "/a/d", "/a/z");
        assertThat(names(answer(path("/a/b")))).containsExactly("/a/b/c");
    }

    @Test
    void recursion_takes_every_level_and_nothing_beside() {
        tree();

        assertThat(names(answer(path("/a").put("Recursive", true))))
                .containsExactly("/a/b", "/a/b-c", "/a/b/c", "/a/d", "/a/d/e/f", "/a/z");
    }

    @Test
    void the_root_has_the_names_without_a_slash_as_well() {
        tree();

        assertThat(names(answer(path("/")))).containsExactly("/a", "single");
        assertThat(names(answer(path("/").put("Recursive", true)))).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "//", "/a b", "/a//b", "/a:1"})
    void a_path_that_is_none_is_refused(String path) {
        AwsFault fault = stored.scenario.fault(operation, path(path).build());

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .startsWith("The parameter doesn't meet the parameter name requirements. The parameter name must begin"
                        + " with a forward slash \"/\". It can't be prefixed with \\\"aws\\\" or \\\"ssm\\\"")
                .endsWith("Valid example: /get/parameters2-/by1./path0_.");
    }

    @Test
    void what_a_page_discloses_is_recorded_in_its_order() {
        tree();
        int before = stored.eventCount();

        answer(path("/a").put("MaxResults", 2));

        assertThat(stored.eventsAfter(before))
                .singleElement()
                .isInstanceOfSatisfying(
                        ParameterRead.class,
                        read -> assertThat(read.disclosures())
                                .extracting(disclosure -> disclosure.name().value())
                                .containsExactly("/a/b", "/a/b-c"));
    }

    @Test
    void the_last_page_has_no_token() {
        tree();

        Structure first = answer(path("/a").put("MaxResults", 3));
        Structure second = answer(path("/a").put("MaxResults", 3).put("NextToken", first.text("NextToken")));

        assertThat(names(first)).containsExactly("/a/b", "/a/b-c", "/a/d");
        assertThat(names(second)).containsExactly("/a/z");
        assertThat(second.has("NextToken")).isFalse();
        assertThat(answer(path("/a").put("MaxResults", 4)).has("NextToken")).isFalse();
    }

    @Test
    void a_token_belongs_to_its_path_its_recursion_and_its_filters() {
        tree();
        String token = answer(path("/a").put("MaxResults", 1)).text("NextToken");

        assertThat(List.of(
                        path("/"),
                        path("/a").put("Recursive", true),
                        path("/a").putAll("ParameterFilters", List.of(filter("Type", "Equals", "String")))))
                .allSatisfy(other -> assertThat(stored.scenario
                                .fault(operation, other.put("NextToken", token).build())
                                .code())
                        .isEqualTo("InvalidNextToken"));
        assertThat(stored.scenario
                        .fault(operation, path("/a").put("NextToken", "made-up").build())
                        .code())
                .isEqualTo("InvalidNextToken");
    }

    @Test
    void filters_choose_by_type_and_key() {
        stored.string("/f/a", "1").secureString("/f/b", "2").secureString("/f/c", "3", stored.defaultKeyArn());

        assertThat(names(filtered("Type", "Equals", "String"))).containsExactly("/f/a");
        assertThat(names(filtered("Type", "Equals", "String", "SecureString"))).hasSize(3);
        assertThat(names(filtered("KeyId", "Equals", "alias/aws/ssm"))).containsExactly("/f/b");
        assertThat(names(filtered("KeyId", "BeginsWith", "arn:aws:kms:"))).containsExactly("/f/c");
        assertThat(names(filtered("Label", "Equals", "prod"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Name, Equals, x, InvalidFilterKey",
        "tag:a, Equals, x, InvalidFilterKey",
        "Type, Contains, String, InvalidFilterOption",
        "Label, BeginsWith, x, InvalidFilterOption",
        "Type, Equals, string, InvalidFilterValue"
    })
    void a_filter_that_is_none_is_refused(String key, String option, String value, String code) {
        assertThat(faultOf(filter(key, option, value)).code()).isEqualTo(code);
    }

    @Test
    void a_filter_needs_values_and_comes_once() {
        Structure bare = Structure.builder().put("Key", "KeyId").build();
        Structure type = filter("Type", "Equals", "String");

        assertThat(faultOf(bare).code()).isEqualTo("InvalidFilterValue");
        assertThat(faultOf(type, type).code()).isEqualTo("InvalidFilterKey");
    }

    @Test
    void a_label_answers_the_version_that_has_it() {
        stored.string("/f/a", "old").string("/f/a", "new").string("/f/b", "x").string("/f/c", "y");
        stored.labelled("/f/a", 1, "prod").labelled("/f/c", 1, "test", "prod");

        Structure answer = filtered("Label", "Equals", "prod");

        assertThat(names(answer)).containsExactly("/f/a", "/f/c");
        assertThat(answer.structures("Parameters").getFirst().optionalWhole("Version"))
                .contains(1L);
        assertThat(answer.structures("Parameters").getFirst().text("Selector")).isEqualTo(":prod");
        assertThat(names(filtered("Label", "Equals", "none", "test"))).containsExactly("/f/c");
        assertThat(names(filtered("Label", "Equals", "none"))).isEmpty();
    }

    @Test
    void one_call_asks_a_bounded_number_of_parameters_what_the_directory_does_not_tell() {
        for (int i = 0; i < 105; i++) {
            stored.secureStringOfAnEarlyVersion("/many/p%03d".formatted(i), "alias/old");
        }
        stored.secureString("/many/z", "x");
        Structure.Builder wanted =
                path("/many").putAll("ParameterFilters", List.of(filter("KeyId", "Equals", "alias/aws/ssm")));

        Structure first = answer(wanted);
        Structure second = answer(wanted.put("NextToken", first.text("NextToken")));

        assertThat(names(first)).isEmpty();
        assertThat(names(second)).containsExactly("/many/z");
        assertThat(names(answer(
                        path("/many").putAll("ParameterFilters", List.of(filter("KeyId", "Equals", "alias/old"))))))
                .hasSize(10);
    }

    @Test
    void permission_is_asked_for_the_path_as_it_was_sent() {
        assertThat(stored.scenario.resources(operation, path("/a/").build()))
                .containsExactly("arn:aws:ssm:eu-west-1:123456789012:parameter/a/");
    }

    @Test
    void policies_are_told_whether_the_whole_hierarchy_is_asked_for() {
        assertThat(recursive(path("/a"))).contains(List.of("false"));
        assertThat(recursive(path("/a").put("Recursive", true))).contains(List.of("true"));
    }

    private Optional<List<String>> recursive(Structure.Builder input) {
        return stored.scenario
                .accesses(operation, input.build())
                .getFirst()
                .conditions()
                .values("ssm:Recursive");
    }

    private void tree() {
        for (String name : List.of("/a", "/a/b", "/a/b/c", "/a/b-c", "/a/d/e/f", "/a/d", "/a/z", "/a0/x", "single")) {
            stored.string(name, "x");
        }
    }

    private Structure filtered(String key, String option, String... values) {
        return answer(path("/f").putAll("ParameterFilters", List.of(filter(key, option, values))));
    }

    private AwsFault faultOf(Structure... filters) {
        return stored.scenario.fault(
                operation,
                path("/f").putAll("ParameterFilters", List.of(filters)).build());
    }

    private static Structure filter(String key, String option, String... values) {
        return Structure.builder()
                .put("Key", key)
                .put("Option", option)
                .putTexts("Values", List.of(values))
                .build();
    }

    private static Structure.Builder path(String path) {
        return Structure.builder().put("Path", path);
    }

    private Structure answer(Structure.Builder input) {
        return stored.scenario.answer(operation, input.build());
    }
}
