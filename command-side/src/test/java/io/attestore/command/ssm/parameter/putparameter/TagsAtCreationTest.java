package io.attestore.command.ssm.parameter.putparameter;

import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterTagged;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagsAtCreationTest {

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation operation = parameters.operation("PutParameter");

    @Test
    void a_parameter_is_created_with_its_tags() {
        parameters.put(tagged(tag("owner", "ops"), tag("stage", "")));

        assertThat(parameters.eventsAfter(0))
                .last()
                .isEqualTo(new ParameterTagged(
                        Scenario.WHERE, new ParameterName("/x"), Map.of("owner", "ops", "stage", "")));
    }

    @Test
    void without_tags_nothing_is_said_of_them() {
        parameters.put(string("/x", "1"));

        assertThat(parameters.eventsAfter(0)).noneMatch(ParameterTagged.class::isInstance);
    }

    @Test
    void tags_and_overwrite_are_refused_together_even_where_nothing_is_overwritten() {
        AwsFault fault = fault(tagged(tag("owner", "ops")).put("Overwrite", true));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("Invalid request: tags and overwrite can't be used together. To create a parameter with"
                        + " tags, please remove overwrite flag. To update tags for an existing parameter, please use"
                        + " AddTagsToResource or RemoveTagsFromResource.");
    }

    @Test
    void an_existing_parameter_is_not_tagged_on_the_way() {
        parameters.put(string("/x", "1"));

        assertThat(fault(tagged(tag("owner", "ops"))).code()).isEqualTo("ParameterAlreadyExists");
    }

    @Test
    void aws_keeps_its_own_prefix() {
        assertThat(fault(tagged(tag("AWS:mine", "no"))).text())
                .isEqualTo("aws: prefixed tag key names are not allowed for external use.");
    }

    @Test
    void a_key_comes_once() {
        assertThat(fault(tagged(tag("owner", "ops"), tag("owner", "dev"))).code())
                .isEqualTo("ValidationException");
        parameters.put(tagged(tag("owner", "ops"), tag("Owner", "dev")));
    }

    @Test
    void a_parameter_has_at_most_fifty_tags() {
        parameters.put(tagged(tags(50)));

        AwsFault fault = fault(tagged(tags(51)).put("Name", "/y"));

        assertThat(fault.code()).isEqualTo("TooManyTagsError");
    }

    private static Structure[] tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> tag("key" + number, "value"))
                .toArray(Structure[]::new);
    }

    private static Structure tag(String key, String value) {
        return Structure.builder().put("Key", key).put("Value", value).build();
    }

    private static Structure.Builder tagged(Structure... tags) {
        return string("/x", "1").putAll("Tags", List.of(tags));
    }

    private AwsFault fault(Structure.Builder input) {
        return parameters.scenario.fault(operation, input.build());
    }
}
