package io.attestore.command.ssm.tag;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.tag.ParameterTags;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterUntagged;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AddTagsToResource and RemoveTagsFromResource, one after the other. */
class TagsOfParametersTest {

    private static final ParameterName NAME = new ParameterName("/x");

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation add = parameters.operation("AddTagsToResource");
    private final Operation remove = parameters.operation("RemoveTagsFromResource");

    @BeforeEach
    void thereIsAParameter() {
        parameters.put(string("/x", "1"));
    }

    @Test
    void tags_are_put_on_a_parameter_and_a_key_gets_the_newest_value() {
        parameters.scenario.answer(add, tags("/x", Map.of("owner", "me", "empty", "")));
        parameters.scenario.answer(add, tags("x", Map.of("owner", "you")));

        assertThat(parameters.scenario.history.events())
                .endsWith(new ParameterTagged(Scenario.WHERE, NAME, Map.of("owner", "you")));
        assertThat(parameters.present("/x").tags()).isEqualTo(Map.of("owner", "you", "empty", ""));
    }

    @Test
    void tags_that_are_there_already_and_keys_that_are_not_change_nothing() {
        parameters.scenario.answer(add, tags("/x", Map.of("owner", "me")));
        int before = parameters.eventsAfter(0).size();

        parameters.scenario.answer(add, tags("/x", Map.of("owner", "me")));
        parameters.scenario.answer(add, tags("/x", Map.of()));
        parameters.scenario.answer(remove, keys("/x", "none"));

        assertThat(parameters.eventsAfter(before)).isEmpty();
    }

    @Test
    void tags_are_taken_off_by_their_keys() {
        parameters.scenario.answer(add, tags("/x", Map.of("a", "1", "b", "2")));

        parameters.scenario.answer(remove, keys("/x", "a", "none", "a"));

        assertThat(parameters.scenario.history.events())
                .endsWith(new ParameterUntagged(Scenario.WHERE, NAME, List.of("a")));
        assertThat(parameters.present("/x").tags()).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void an_arn_names_the_parameter_as_its_name_does() {
        String arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/x";

        parameters.scenario.answer(add, tags(arn, Map.of("a", "1", "b", "2")));
        parameters.scenario.answer(remove, keys(arn, "a"));

        assertThat(parameters.present("/x").tags()).isEqualTo(Map.of("b", "2"));
        assertThat(parameters.scenario.resources(add, tags(arn, Map.of()))).containsExactly(arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:ssm:eu-west-1:123456789012:parameter/none",
                "arn:aws:ssm:eu-west-1:999999999999:parameter/x",
                "arn:aws:ssm:us-east-1:123456789012:parameter/x"
            })
    void an_arn_of_what_is_not_there_or_elsewhere_is_an_invalid_id(String arn) {
        assertThat(parameters.scenario.fault(add, tags(arn, Map.of("a", "b"))).code())
                .isEqualTo("InvalidResourceId");
    }

    @Test
    void a_parameter_has_fifty_tags_and_no_more() {
        parameters.scenario.answer(add, tags("/x", many(50)));
        parameters.scenario.answer(add, tags("/x", Map.of("k7", "new value")));

        AwsFault fault = parameters.scenario.fault(add, tags("/x", Map.of("one", "more")));

        assertThat(fault.code()).isEqualTo("TooManyTagsError");
        assertThat(parameters.present("/x").tags()).hasSize(50).containsEntry("k7", "new value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:owner", "AWS:x", "aWs:"})
    void keys_that_aws_keeps_for_itself_are_refused(String key) {
        AwsFault fault = parameters.scenario.fault(add, tags("/x", Map.of(key, "x")));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).isEqualTo("aws: prefixed tag key names are not allowed for external use.");
    }

    @Test
    void a_key_twice_is_refused() {
        Structure twice = Structure.builder()
                .put("ResourceType", "Parameter")
                .put("ResourceId", "/x")
                .putAll("Tags", List.of(tag("a", "1"), tag("a", "2")))
                .build();

        assertThat(parameters.scenario.fault(add, twice).code()).isEqualTo("ValidationException");
        assertThat(parameters.present("/x").tags()).isEmpty();
    }

    @Test
    void tags_of_a_new_parameter_are_tags_like_others() {
        parameters.put(string("/new", "1").putAll("Tags", List.of(tag("a", "1"))));

        assertThat(parameters.present("/new").tags()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void what_is_not_there_is_an_invalid_id_without_a_message() {
        for (AwsFault fault : List.of(
                parameters.scenario.fault(add, tags("/none", Map.of("a", "b"))),
                parameters.scenario.fault(remove, keys("/none", "a")))) {
            assertThat(fault.code()).isEqualTo("InvalidResourceId");
            assertThat(fault.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "arn:aws:ssm:eu-west-1:123456789012:parameter/x:1",
                "arn:aws:ssm:eu-west-1:123456789012:document/x",
                "arn:aws:kms:eu-west-1:123456789012:parameter/x",
                "arn:",
                "/x:1",
                "/\u202ex",
                "/x\u0000"
            })
    void an_id_that_is_no_name_is_refused_in_words(String id) {
        AwsFault fault = parameters.scenario.fault(add, tags(id, Map.of("a", "b")));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text()).startsWith("The parameter doesn't meet the parameter name requirements.");
    }

    @Test
    void an_id_of_a_megabyte_is_refused_without_being_looked_at() {
        String id = "/a".repeat(500_000);

        assertThat(parameters.scenario.fault(add, tags(id, Map.of("a", "b"))).code())
                .isEqualTo("ValidationException");
        assertThat(parameters.scenario.resources(add, tags(id, Map.of()))).hasSize(1);
    }

    @Test
    void only_parameters_have_tags_here() {
        Structure document = Structure.builder()
                .put("ResourceType", "Document")
                .put("ResourceId", "x")
                .putAll("Tags", List.of())
                .build();

        assertThat(parameters.scenario.fault(add, document).code()).isEqualTo("InvalidResourceType");
        assertThat(parameters.scenario.resources(add, document)).containsExactly("*");
        assertThat(parameters.scenario.resources(add, tags("/x", Map.of())))
                .containsExactly("arn:aws:ssm:eu-west-1:123456789012:parameter/x");
    }

    private static Map<String, String> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "k" + i)
                .collect(Collectors.toMap(Function.identity(), key -> "v"));
    }

    private static Structure tags(String id, Map<String, String> tags) {
        return Structure.builder()
                .put("ResourceType", "Parameter")
                .put("ResourceId", id)
                .putAll("Tags", ParameterTags.write(tags))
                .build();
    }

    private static Structure tag(String key, String value) {
        return Structure.builder().put("Key", key).put("Value", value).build();
    }

    private static Structure keys(String id, String... keys) {
        return Structure.builder()
                .put("ResourceType", "Parameter")
                .put("ResourceId", id)
                .putTexts("TagKeys", List.of(keys))
                .build();
    }
}
