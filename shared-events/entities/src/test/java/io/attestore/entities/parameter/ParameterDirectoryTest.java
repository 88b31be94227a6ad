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
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterDirectoryTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));

    private final History history = new History();

    @Test
    void a_parameter_is_standard_until_it_is_made_advanced() {
        happened(created("/a"), created("/b"), new ParameterMadeAdvanced(WHERE, new ParameterName("/b")));

        assertAdvanced("/b");
    }

    @Test
    void one_parameter_counts_once_however_it_is_spelt() {
        happened(
                created("/a"),
                new ParameterMadeAdvanced(WHERE, new ParameterName("a")),
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")));

        assertAdvanced("/a");
    }

    @Test
    void a_name_that_was_deleted_begins_as_standard_again() {
        happened(
                created("/a"),
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")),
                new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()),
                created("/a"));

        assertAdvanced();
    }

    @Test
    void what_is_not_there_can_neither_become_advanced_nor_be_deleted() {
        happened(
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")),
                new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()));

        assertAdvanced();
    }

    @Test
    void a_restored_parameter_takes_its_place_again() {
        happened(
                created("/a"),
                new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()),
                new ParameterRestored(WHERE, new ParameterName("/a"), ParameterType.STRING, "deletion"),
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")));

        assertAdvanced("/a");
    }

    private void happened(Event... events) {
        history.append(Instant.parse("2026-11-21T12:00:00Z"), List.of(events), List.of());
    }

    private void assertAdvanced(String... paths) {
        ParameterDirectory directory = history.load(ParameterDirectory.TYPE, WHERE);
        assertThat(directory.byPath().entrySet().stream()
                        .filter(entry -> entry.getValue().advanced())
                        .map(Map.Entry::getKey))
                .containsExactly(paths);
        assertThat(directory.room(ParameterTier.ADVANCED)).isEqualTo(100_000 - paths.length);
        assertThat(directory.room(ParameterTier.STANDARD))
                .isEqualTo(10_000 - directory.byPath().size() + paths.length);
    }

    private static ParameterCreated created(String name) {
        return new ParameterCreated(WHERE, new ParameterName(name), ParameterType.STRING);
    }
}
