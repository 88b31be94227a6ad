package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.History;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterAttributesChanged;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterMadeAdvanced;
import io.attestore.events.parameter.ParameterTagged;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterUntagged;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.parameter.ParameterVersionUnlabelled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What labels, tags and attributes leave behind: in the parameter, and in what lists look at. */
class LabelsAndTagsTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final ParameterName NAME = new ParameterName("/prod/db");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final History history = new History();

    @Test
    void a_label_is_on_one_version_and_moves() {
        happened(put(1), put(2), labelled(1, "green", "blue"), labelled(2, "green"));

        assertThat(present().labels().of(1)).containsExactly("blue");
        assertThat(present().labels().of(2)).containsExactly("green");
        assertThat(present().labelled("green"))
                .hasValueSatisfying(version -> assertThat(version.number()).isEqualTo(2));
        assertThat(present().labelled("red")).isEmpty();
    }

    @Test
    void labels_stay_when_versions_come_and_go_with_theirs() {
        happened(put(1), put(2), labelled(1, "old"), labelled(2, "new"), put(3));
        assertThat(present().labelled("new")).isPresent();

        happened(new ParameterVersionDestroyed(WHERE, NAME, 1, "ssm/key1"));

        assertThat(present().labels().versionByLabel()).containsOnlyKeys("new");
    }

    @Test
    void a_label_that_was_taken_off_is_on_no_version() {
        happened(put(1), labelled(1, "a", "b"), new ParameterVersionUnlabelled(WHERE, NAME, 1, List.of("a")));

        assertThat(present().labels().of(1)).containsExactly("b");
    }

    @Test
    void tags_are_added_overwritten_and_removed_one_by_one() {
        happened(put(1), tagged(Map.of("b", "1", "a", "1")), tagged(Map.of("b", "2")));
        assertThat(present().tags()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));

        happened(new ParameterUntagged(WHERE, NAME, List.of("a", "none")), put(2));

        assertThat(present().tags()).containsExactly(Map.entry("b", "2"));
    }

    @Test
    void nothing_of_a_deleted_parameter_is_left_for_the_next_of_its_name() {
        happened(
                put(1),
                labelled(1, "l"),
                tagged(Map.of("k", "v")),
                new ParameterDeleted(WHERE, NAME, List.of()),
                put(1));

        assertThat(present().tags()).isEmpty();
        assertThat(present().labels()).isEqualTo(Labels.NONE);
        assertThat(marks().tags().size()).isZero();
        assertThat(marks().labels()).isEqualTo(MarkIndex.EMPTY);
    }

    @Test
    void lists_find_what_has_a_tag_or_a_label_in_the_order_of_the_paths() {
        ParameterName other = new ParameterName("/a");
        happened(
                tagged(Map.of("env", "prod", "owner", "x")),
                new ParameterTagged(WHERE, other, Map.of("env", "test")),
                labelled(1, "green"),
                labelled(2, "green"),
                new ParameterUntagged(WHERE, NAME, List.of("owner")));

        assertThat(marks().tags().firstFrom("env", "")).isEqualTo("/a");
        assertThat(marks().tags().firstFrom("env", "/b")).isEqualTo("/prod/db");
        assertThat(marks().tags().firstFrom("env", "/z")).isNull();
        assertThat(marks().tags().firstFrom("owner", "")).isNull();
        assertThat(marks().tags().find("env", "/prod/db")).contains("prod");
        assertThat(marks().tags().find("env", "/other")).isEmpty();
        assertThat(marks().tags().size()).isEqualTo(2);
        assertThat(marks().labels().firstFrom("green", "")).isEqualTo("/prod/db");
        assertThat(marks().labels().size()).isEqualTo(1);

        happened(new ParameterVersionUnlabelled(WHERE, NAME, 2, List.of("green")));
        assertThat(marks().labels()).isEqualTo(MarkIndex.EMPTY);
    }

    @Test
    void the_directory_knows_what_lists_choose_by() {
        happened(
                new ParameterCreated(
                        WHERE, NAME, ParameterType.SECURE_STRING, Optional.of("alias/one"), Optional.of("text")),
                put(1));
        assertThat(entry().tier()).isEqualTo("Standard");
        assertThat(entry().keyReference()).contains("alias/one");

        happened(
                new ParameterMadeAdvanced(WHERE, NAME),
                new ParameterAttributesChanged(WHERE, NAME, Optional.of("alias/two"), "aws:ec2:image"));

        assertThat(entry())
                .isEqualTo(new ParameterDirectory.Entry(
                        NAME, ParameterType.SECURE_STRING, Optional.of("alias/two"), true, "aws:ec2:image"));
    }

    @Test
    void an_early_event_that_tells_less_leaves_a_standard_parameter_of_text() {
        happened(new ParameterCreated(WHERE, NAME, ParameterType.STRING));

        assertThat(entry().tier()).isEqualTo("Standard");
        assertThat(entry().dataType()).isEqualTo("text");
        assertThat(entry().keyReference()).isEmpty();
    }

    @Test
    void a_change_of_what_is_not_there_changes_nothing() {
        happened(
                new ParameterMadeAdvanced(WHERE, NAME),
                new ParameterAttributesChanged(WHERE, NAME, Optional.empty(), "text"),
                labelled(1, "l"),
                tagged(Map.of("k", "v")));

        assertThat(history.load(ParameterDirectory.TYPE, WHERE).byPath()).isEmpty();
        assertThat(history.load(Parameter.TYPE, ParameterId.of(WHERE, NAME))).isInstanceOf(Parameter.Absent.class);
    }

    private Parameter.Present present() {
        return (Parameter.Present) history.load(Parameter.TYPE, ParameterId.of(WHERE, NAME));
    }

    @Test
    void lists_find_what_has_a_tag_of_a_value_in_the_order_of_the_paths() {
        happened(
                put(1),
                tagged(Map.of("env", "prod")),
                new ParameterTagged(WHERE, new ParameterName("/a"), Map.of("env", "test")),
                new ParameterTagged(WHERE, new ParameterName("/b"), Map.of("env", "prod")));

        assertThat(marks().tags().firstFrom("env", "prod", "")).isEqualTo("/b");
        assertThat(marks().tags().firstFrom("env", "prod", "/c")).isEqualTo("/prod/db");
        assertThat(marks().tags().firstFrom("env", "none", "")).isNull();

        happened(
                new ParameterTagged(WHERE, new ParameterName("/a"), Map.of("env", "prod")),
                new ParameterTagged(WHERE, new ParameterName("/b"), Map.of("env", "prod")),
                new ParameterUntagged(WHERE, NAME, List.of("env")));

        assertThat(marks().tags().firstFrom("env", "prod", "")).isEqualTo("/a");
        assertThat(marks().tags().firstFrom("env", "test", "")).isNull();
        assertThat(marks().tags().firstFrom("env", "prod", "/c")).isNull();

        happened(
                new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()),
                new ParameterDeleted(WHERE, new ParameterName("/b"), List.of()));

        assertThat(marks().tags()).isEqualTo(MarkIndex.EMPTY);
    }

    private ParameterMarks marks() {
        return history.load(ParameterMarks.TYPE, WHERE);
    }

    private ParameterDirectory.Entry entry() {
        return history.load(ParameterDirectory.TYPE, WHERE).byPath().get(NAME.path());
    }

    private void happened(Event... events) {
        history.append(NOON, List.of(events), List.of());
    }

    private static ParameterVersionLabelled labelled(long version, String... labels) {
        return new ParameterVersionLabelled(WHERE, NAME, version, List.of(labels));
    }

    private static ParameterTagged tagged(Map<String, String> tags) {
        return new ParameterTagged(WHERE, NAME, tags);
    }

    private static ParameterVersionPut put(long version) {
        return new ParameterVersionPut(
                WHERE,
                NAME,
                version,
                ParameterType.STRING,
                "ssm/key" + version,
                Bytes.copyOf(new byte[] {1}),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root");
    }
}
