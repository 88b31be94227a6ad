package io.attestore.audit.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangeEventPropertyTest {

    @Property(tries = 200)
    void whatever_a_description_holds_the_json_holds_it(@ForAll String description) {
        ChangeEvent event = new ChangeEvent(
                "1b2c",
                Calls.AT,
                Calls.WHERE,
                ChangeEvent.CHANGE,
                ParameterId.of(Calls.WHERE, new ParameterName("/x")).arn(),
                Map.of("description", wellFormed(description)));

        JsonNode read = new JsonMapper().readTree(event.json());

        assertThat(read.at("/detail/description").asString()).isEqualTo(wellFormed(description));
    }

    /** A lone half of a surrogate pair is no character: a request that has one is refused at the door. */
    private static String wellFormed(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }
}
