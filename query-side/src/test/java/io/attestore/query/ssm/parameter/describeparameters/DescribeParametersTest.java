package io.attestore.query.ssm.parameter.describeparameters;

import static io.attestore.query.ssm.StoredParameters.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.query.ssm.StoredParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeParametersTest {

    private static final String MALFORMED =
            "The parameter doesn't meet the parameter name requirements. The parameter name must begin";

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("DescribeParameters");

    @Test
    void a_parameter_is_described_by_all_of_its_newest_version_but_the_value() {
        stored.secureString("/x", "one").secureString("/x", "two");

        Structure described = answer(all()).structures("Parameters").getFirst();

        assertThat(described.members().keySet())
                .containsExactly(
                        "Name",
                        "ARN",
                        "Type",
                        "KeyId",
                        "LastModifiedDate",
                        "LastModifiedUser",
                        "Description",
                        "Version",
                        "Tier",
                        "Policies",
                        "DataType");
        assertThat(described.text("ARN")).isEqualTo("arn:aws:ssm:eu-west-1:123456789012:parameter/x");
        assertThat(described.text("Type")).isEqualTo("SecureString");
        assertThat(described.text("KeyId")).isEqualTo("alias/aws/ssm");
        assertThat(described.text("Description")).isEqualTo("version 2");
        assertThat(described.text("LastModifiedUser")).isEqualTo("arn:aws:iam::123456789012:root");
        assertThat(described.optionalMoment("LastModifiedDate")).contains(StoredParameters.NOON);
        assertThat(described.optionalWhole("Version")).contains(2L);
        assertThat(described.text("Tier")).isEqualTo("Standard");
        assertThat(described.text("DataType")).isEqualTo("text");
    }

    @Test
    void nothing_is_disclosed_so_nothing_happens() {
        stored.string("/x", "1");
        int before = stored.eventCount();

        answer(all());

        assertThat(stored.eventsAfter(before)).isEmpty();
    }

    @Test
    void pages_are_full_and_the_last_has_no_token() {
        for (int i = 0; i < 25; i++) {
            stored.string("/p%02d".formatted(i), "x");
        }

        Structure first = answer(all());
        Structure second = answer(all().put("NextToken", first.text("NextToken")));
        Structure third = answer(all().put("NextToken", second.text("NextToken")));

        assertThat(names(first)).hasSize(10).startsWith("/p00");
        assertThat(names(second)).hasSize(10).startsWith("/p10");
        assertThat(names(third)).hasSize(5).startsWith("/p20");
        assertThat(third.has("NextToken")).isFalse();
        assertThat(names(answer(all().put("MaxResults", 50)))).hasSize(25);
        assertThat(answer(all().put("MaxResults", 25)).has("NextToken")).isFalse();
    }

    @Test
    void a_token_belongs_to_its_filters_and_its_operation() {
        stored.string("/a", "1").string("/b", "2");
        String token = answer(all().put("MaxResults", 1)).text("NextToken");
        String byPath = stored.scenario
                .answer(
                        stored.operation("GetParametersByPath"),
                        Structure.builder()
                                .put("Path", "/")
                                .put("MaxResults", 1)
                                .build())
                .text("NextToken");

        assertThat(List.of(
                        filtered("Type", "Equals", "String").put("NextToken", token),
                        all().put("Shared", true).put("NextToken", token),
                        old("Name", "/").put("NextToken", token),
                        all().put("NextToken", byPath),
                        all().put("NextToken", "made-up")))
                .allSatisfy(input -> assertThat(
                                stored.scenario.fault(operation, input.build()).code())
                        .isEqualTo("InvalidNextToken"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Name     | Equals     | /a/b        | /a/b
            Name     | Equals     | single      | single
            Name     | Equals     | /single     | single
            Name     | Equals     | /none       |
            Name     | BeginsWith | /a/b        | /a/b,/a/b/c
            Name     | BeginsWith | si          | single
            Name     | BeginsWith | /           | /a/b,/a/b/c,/a/d,/b,single
            Name     | Contains   | b           | /a/b,/a/b/c,/b
            Name     | Contains   | /si         | single
            Name     | Contains   | \u043e      |
            Path     | OneLevel   | /a          | /a/b,/a/d
            Path     | OneLevel   | /a/         | /a/b,/a/d
            Path     | OneLevel   | /           | /b,single
            Path     | Recursive  | /a          | /a/b,/a/b/c,/a/d
            Path     | Recursive  | /           | /a/b,/a/b/c,/a/d,/b,single
            Type     | Equals     | String      | /a/b,/a/b/c,single
            Type     | BeginsWith | String      | /a/b,/a/b/c,single
            Type     | Equals     | SecureString | /a/d,/b
            KeyId    | Equals     | alias/aws/ssm | /a/d
            KeyId    | BeginsWith | arn:        | /b
            Tier     | Equals     | Advanced    | /a/b
            Tier     | Equals     | Standard    | /a/b/c,/a/d,/b,single
            DataType | Equals     | aws:ec2:image | single
            DataType | BeginsWith | te          | /a/b,/a/b/c,/a/d,/b
            tag:env  | Equals     | prod        | /a/b,single
            tag:env  | BeginsWith | t           | /b
            tag:none | Equals     | prod        |
            """)
    void one_filter_chooses(String key, String option, String value, String names) {
        parameters();

        assertThat(names(answer(filtered(key, option, value))))
                .containsExactly(names == null ? new String[0] : names.split(","));
    }

    @Test
    void values_of_a_filter_are_alternatives_and_filters_add_up() {
        parameters();

        assertThat(names(answer(filters(
                        filter("Path", "OneLevel", "/", "/a"), filter("Type", "Equals", "String"), bare("tag:env")))))
                .containsExactly("/a/b", "single");
        assertThat(names(answer(filters(filter("Name", "Equals", "/b", "/none", "/a/b")))))
                .containsExactly("/a/b", "/b");
        assertThat(names(answer(filters(filter("Path", "Recursive", "/a", "/a/b")))))
                .containsExactly("/a/b", "/a/b/c", "/a/d");
    }

    @Test
    void a_tag_without_values_only_has_to_be_there() {
        parameters();

        assertThat(names(answer(filters(bare("tag:env"))))).containsExactly("/a/b", "/b", "single");
    }

    @Test
    void a_path_is_one_level_and_all_else_equals_unless_said_otherwise() {
        parameters();

        assertThat(names(answer(filters(withoutOption("Path", "/a"))))).containsExactly("/a/b", "/a/d");
        assertThat(names(answer(filters(withoutOption("Name", "/a/b"))))).containsExactly("/a/b");
    }

    @Test
    void filters_of_the_old_form_choose_by_the_beginning_of_a_name_by_type_and_by_key() {
        parameters();

        assertThat(names(answer(old("Name", "/a/b")))).containsExactly("/a/b", "/a/b/c");
        assertThat(names(answer(old("Type", "SecureString")))).containsExactly("/a/d", "/b");
        assertThat(names(answer(old("KeyId", "alias/aws/ssm")))).containsExactly("/a/d");
        assertThat(fault(old("Type", "Number")).code()).isEqualTo("InvalidFilterValue");
        assertThat(fault(old("Name", "/a").putAll("ParameterFilters", List.of(bare("tag:env"))))
                        .text())
                .isEqualTo("You can use either Filters or ParameterFilters in a single request.");
    }

    @Test
    void a_key_that_the_directory_is_not_told_is_asked_of_the_parameter() {
        stored.secureStringOfAnEarlyVersion("/early", "alias/early").secureString("/x", "1");

        assertThat(names(answer(filtered("KeyId", "Equals", "alias/early")))).containsExactly("/early");
        assertThat(names(answer(filtered("KeyId", "Equals", "alias/aws/ssm")))).containsExactly("/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Label | Equals | x | InvalidFilterKey | The following filter key is not valid: Label. Valid filter keys include: [Path, Name, Type, KeyId, Tier].
            Path | Equals | /a | InvalidFilterOption | The following filter option is not valid: Equals. Valid options include: [Recursive, OneLevel].
            Type | Contains | String | InvalidFilterOption | The following filter option is not valid: Contains. Valid options include: [BeginsWith, Equals].
            Name | Recursive | /a | InvalidFilterOption | The following filter option is not valid: Recursive. Valid options include: [BeginsWith, Equals].
            Tier | Equals | Gold | InvalidFilterValue | The following filter value is not valid: Gold. Valid values include: [Standard, Advanced, Intelligent-Tiering].
            Type | Equals | string | InvalidFilterValue | The following filter value is not valid: string. Valid values include: [String, StringList, SecureString].
            Path | Recursive | /AWS/x | ValidationException | Filters for common parameters can't be prefixed with "aws" or "ssm" (case-insensitive). When using global parameters, please specify within a global namespace.
            """)
    void a_filter_that_is_none_is_refused_in_aws_words(
            String key, String option, String value, String code, String message) {
        AwsFault fault = fault(filtered(key, option, value));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "//", "/a b", "/a:1", "/\u202ea", "/\u0430", "/a\u0000", "/a//b", " /a"})
    void a_path_that_is_none_is_refused(String path) {
        AwsFault fault = fault(filtered("Path", "Recursive", path));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).startsWith(MALFORMED);
    }

    @Test
    void a_filter_needs_values_and_comes_once() {
        assertThat(fault(filters(bare("Name"))).text())
                .isEqualTo("The following filter values are missing : null for filter key Name.");
        assertThat(fault(filters(bare("tag:a"), bare("tag:a"))).text())
                .isEqualTo("The following filter is duplicated in the request: tag:a. A request can contain only one"
                        + " occurrence of a specific filter.");
        assertThat(fault(filters(bare("Name"))).code()).isEqualTo("InvalidFilterValue");
        assertThat(fault(filters(bare("tag:a"), bare("tag:a"))).code()).isEqualTo("InvalidFilterKey");
    }

    @Test
    void a_filter_with_the_longest_and_strangest_values_finds_nothing_and_breaks_nothing() {
        parameters();
        String faces = "\ud83d\ude00".repeat(1024);

        for (String option : List.of("Equals", "BeginsWith", "Contains")) {
            assertThat(names(answer(filtered("Name", option, faces).put("MaxResults", 1))))
                    .isEmpty();
        }
        assertThat(names(answer(filtered("tag:" + "\u0000\u202e", "Equals", faces))))
                .isEmpty();
    }

    @Test
    void nothing_is_shared_with_anybody() {
        parameters();

        Structure answer = answer(all().put("Shared", true));

        assertThat(names(answer)).isEmpty();
        assertThat(answer.has("NextToken")).isFalse();
    }

    @Test
    void permission_is_asked_for_all_of_the_account() {
        assertThat(stored.scenario.resources(operation, all().build()))
                .containsExactly("arn:aws:ssm:eu-west-1:123456789012:*");
    }

    private void parameters() {
        stored.string("/a/b", "1")
                .string("/a/b/c", "2")
                .secureString("/a/d", "3")
                .secureString("/b", "4", stored.defaultKeyArn())
                .string("single", "5")
                .tagged("/a/b", Map.of("env", "prod", "owner", "me"))
                .tagged("/b", Map.of("env", "test"))
                .tagged("single", Map.of("env", "prod"));
        stored.scenario.given(
                new ParameterMadeAdvanced(Scenario.WHERE, new ParameterName("/a/b")),
                new ParameterAttributesChanged(
                        Scenario.WHERE, new ParameterName("single"), Optional.empty(), "aws:ec2:image"));
    }

    private Structure answer(Structure.Builder input) {
        return stored.scenario.answer(operation, input.build());
    }

    private AwsFault fault(Structure.Builder input) {
        return stored.scenario.fault(operation, input.build());
    }

    private static Structure.Builder all() {
        return Structure.builder();
    }

    private static Structure.Builder filtered(String key, String option, String... values) {
        return filters(filter(key, option, values));
    }

    private static Structure.Builder filters(Structure... filters) {
        return all().putAll("ParameterFilters", List.of(filters));
    }

    private static Structure.Builder old(String key, String value) {
        return all().putAll(
                        "Filters",
                        List.of(Structure.builder()
                                .put("Key", key)
                                .putTexts("Values", List.of(value))
                                .build()));
    }

    private static Structure filter(String key, String option, String... values) {
        return Structure.builder()
                .put("Key", key)
                .put("Option", option)
                .putTexts("Values", List.of(values))
                .build();
    }

    private static Structure withoutOption(String key, String value) {
        return Structure.builder()
                .put("Key", key)
                .putTexts("Values", List.of(value))
                .build();
    }

    private static Structure bare(String key) {
        return Structure.builder().put("Key", key).build();
    }
}
