package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.History;
import io.attestore.entities.ssm.parameter.AttributeIndex.Kind;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @Test
    void lists_find_what_has_an_attribute_in_the_order_of_the_paths() {
        happened(
                created("/a"),
                new ParameterCreated(
                        WHERE,
                        new ParameterName("/b"),
                        ParameterType.SECURE_STRING,
                        Optional.of("alias/one"),
                        Optional.of("text")),
                new ParameterMadeAdvanced(WHERE, new ParameterName("/a")));

        assertThat(first(Kind.TYPE, "String", "")).isEqualTo("/a");
        assertThat(first(Kind.TYPE, "SecureString", "/a")).isEqualTo("/b");
        assertThat(first(Kind.TIER, "Advanced", "")).isEqualTo("/a");
        assertThat(first(Kind.TIER, "Standard", "")).isEqualTo("/b");
        assertThat(first(Kind.DATA_TYPE, "text", "/b")).isEqualTo("/b");
        assertThat(first(Kind.DATA_TYPE, "text", "/c")).isNull();
        assertThat(first(Kind.KEY_REFERENCE, "alias/one", "")).isEqualTo("/b");

        happened(new ParameterAttributesChanged(
                WHERE, new ParameterName("/b"), Optional.of("alias/two"), "aws:ec2:image"));

        assertThat(first(Kind.KEY_REFERENCE, "alias/one", "")).isNull();
        assertThat(first(Kind.KEY_REFERENCE, "alias/two", "")).isEqualTo("/b");
        assertThat(first(Kind.DATA_TYPE, "aws:ec2:image", "")).isEqualTo("/b");
        assertThat(directory().byAttribute().values(Kind.KEY_REFERENCE)).containsExactly("alias/two");

        happened(
                new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()),
                new ParameterDeleted(WHERE, new ParameterName("/b"), List.of()));

        assertThat(directory().byAttribute()).isEqualTo(AttributeIndex.EMPTY);
    }

    private @Nullable String first(Kind kind, String value, String path) {
        return directory().byAttribute().firstFrom(kind, value, path);
    }

    private ParameterDirectory directory() {
        return history.load(ParameterDirectory.TYPE, WHERE);
    }

    private void happened(Event... events) {
        history.append(Instant.parse("2026-11-21T12:00:00Z"), List.of(events), List.of());
    }

    private void assertAdvanced(String... paths) {
        ParameterDirectory directory = directory();
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
