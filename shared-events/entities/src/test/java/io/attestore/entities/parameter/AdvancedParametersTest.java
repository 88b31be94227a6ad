package io.attestore.entities.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.History;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvancedParametersTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));

    private final History history = new History();

    @Test
    void a_parameter_is_standard_until_it_is_made_advanced() {
        happened(created("/a"), created("/b"), new ParameterMadeAdvanced(WHERE, new ParameterName("/b")));

        assertThat(paths()).containsExactly("/b");
    }

    @Test
    void one_parameter_counts_once_however_it_is_spelt() {
        happened(
                new ParameterMadeAdvanced(WHERE, new ParameterName("a")),
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")));

        assertThat(paths()).containsExactly("/a");
    }

    @Test
    void a_name_that_was_deleted_begins_as_standard_again() {
        happened(
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")),
                new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()),
                created("/a"));

        assertThat(paths()).isEmpty();
    }

    private void happened(Event... events) {
        history.append(Instant.parse("2026-11-21T12:00:00Z"), List.of(events), List.of());
    }

    private Iterable<String> paths() {
        return history.load(AdvancedParameters.TYPE, WHERE).paths();
    }

    private static ParameterCreated created(String name) {
        return new ParameterCreated(WHERE, new ParameterName(name), ParameterType.STRING);
    }
}
