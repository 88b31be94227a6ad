package io.attestore.query.ssm.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.query.ssm.StoredParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListTagsForResourceTest {

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("ListTagsForResource");

    @Test
    void the_tags_of_a_parameter_come_in_the_order_of_their_keys() {
        stored.string("/x", "1").tagged("/x", Map.of("b", "2", "a", "1", "c", ""));

        assertThat(stored.scenario.answer(operation, of("Parameter", "x")).structures("TagList"))
                .containsExactly(tag("a", "1"), tag("b", "2"), tag("c", ""));
    }

    @Test
    void a_parameter_without_tags_has_an_empty_list() {
        stored.string("/x", "1");

        assertThat(stored.scenario.answer(operation, of("Parameter", "/x")).structures("TagList"))
                .isEmpty();
    }

    @Test
    void a_parameter_is_named_by_its_arn_too() {
        stored.string("/x", "1");
        stored.scenario.given(new ParameterTagged(Scenario.WHERE, new ParameterName("/x"), Map.of("a", "1")));

        assertThat(stored.scenario
                        .answer(operation, of("Parameter", "arn:aws:ssm:eu-west-1:123456789012:parameter/x"))
                        .structures("TagList"))
                .containsExactly(tag("a", "1"));
    }

    @Test
    void what_is_not_there_or_no_parameter_is_refused() {
        assertThat(stored.scenario.fault(operation, of("Parameter", "/none")).code())
                .isEqualTo("InvalidResourceId");
        assertThat(stored.scenario.fault(operation, of("PatchBaseline", "/x")).code())
                .isEqualTo("InvalidResourceType");
        assertThat(stored.scenario.fault(operation, of("Parameter", "a b")).code())
                .isEqualTo("ValidationException");
    }

    private static Structure of(String type, String id) {
        return Structure.builder()
                .put("ResourceType", type)
                .put("ResourceId", id)
                .build();
    }

    private static Structure tag(String key, String value) {
        return Structure.builder().put("Key", key).put("Value", value).build();
    }
}
