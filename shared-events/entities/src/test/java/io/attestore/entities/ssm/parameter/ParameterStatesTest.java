package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.EventTag;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterStatesTest {

    @Test
    void a_stored_state_is_of_the_parameter_whose_tag_it_stands_under() {
        ParameterId id = new ParameterId(
                new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1")), "/prod/db/password");

        assertThat(ParameterStates.STORED.idOf(Tags.parameter(id))).contains(id);
    }

    @Test
    void any_other_tag_is_no_parameters() {
        for (EventTag other : List.of(
                new EventTag("key", "123456789012/eu-west-1//prod"),
                new EventTag("parameter", "123456789012/eu-west-1"),
                new EventTag("parameter", "12/eu-west-1//prod"),
                new EventTag("parameter", ""))) {
            assertThat(ParameterStates.STORED.idOf(other)).isEmpty();
        }
    }
}
