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
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final ParameterName NAME = new ParameterName("/prod/db");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final History history = new History();

    @Test
    void a_parameter_that_was_never_put_is_absent() {
        assertThat(parameter("/prod/db")).isInstanceOf(Parameter.Absent.class);
    }

    @Test
    void versions_are_kept_oldest_first_with_the_time_they_were_put() {
        happened(put(1), put(2));

        Parameter.Present present = (Parameter.Present) parameter("/prod/db");

        assertThat(present.versions()).extracting(ParameterVersion::number).containsExactly(1L, 2L);
        assertThat(present.current().number()).isEqualTo(2);
        assertThat(present.current().modifiedAt()).isEqualTo(NOON);
        assertThat(present.version(1)).isPresent();
        assertThat(present.version(3)).isEmpty();
    }

    @Test
    void only_the_newest_version_has_its_value_in_memory_and_each_knows_where_it_was_put() {
        happened(put(1), put(2), put(3));

        List<ParameterVersion> versions = ((Parameter.Present) parameter("/prod/db")).versions();

        assertThat(versions).extracting(ParameterVersion::position).containsExactly(0L, 1L, 2L);
        assertThat(versions)
                .extracting(version -> version.sealedValue().isPresent())
                .containsExactly(false, false, true);
    }

    @Test
    void of_a_destroyed_newest_version_no_value_is_left_in_memory() {
        happened(put(1), put(2), new ParameterVersionDestroyed(WHERE, NAME, 2, "ssm/key2"));

        Parameter.Present present = (Parameter.Present) parameter("/prod/db");

        assertThat(present.current().sealedValue()).isEmpty();
        assertThat(present.versions().getLast().sealedValue()).isEmpty();
    }

    @Test
    void what_versions_have_in_common_is_in_memory_once() {
        for (int i = 1; i <= 100; i++) {
            happened(version(NAME, i, new String("arn:aws:iam::123456789012:user/somebody")));
        }

        Parameter.Present present = (Parameter.Present) parameter("/prod/db");

        assertThat(present.versions())
                .extracting(ParameterVersion::modifiedBy)
                .allSatisfy(one -> assertThat(one).isSameAs(present.current().modifiedBy()));
        assertThat(Parameter.TYPE.weight().applyAsLong(present)).isBetween(10_000L, 25_000L);
    }

    @Test
    void a_destroyed_version_is_gone_and_the_others_stay() {
        happened(put(1), put(2), new ParameterVersionDestroyed(WHERE, NAME, 1, "ssm/key1"));

        assertThat(((Parameter.Present) parameter("/prod/db")).versions())
                .extracting(ParameterVersion::number)
                .containsExactly(2L);
    }

    @Test
    void when_the_newest_version_is_destroyed_no_older_one_takes_its_place() {
        happened(put(1), put(2), new ParameterVersionDestroyed(WHERE, NAME, 2, "ssm/key2"));

        Parameter.Present present = (Parameter.Present) parameter("/prod/db");
        assertThat(present.current().number()).isEqualTo(2);
        assertThat(present.readableCurrent()).isEmpty();
        assertThat(present.version(2)).isEmpty();
        assertThat(present.version(1)).isPresent();

        happened(put(3));
        assertThat(((Parameter.Present) parameter("/prod/db")).readableCurrent())
                .map(ParameterVersion::number)
                .contains(3L);
    }

    @Test
    void a_retained_parameter_comes_back_as_it_was_however_often_its_name_was_used_since() {
        happened(put(1), put(2));
        Parameter before = parameter("/prod/db");
        happened(retained("first"), put(1), retained("second"));
        assertThat(parameter("/prod/db").deleted())
                .extracting(Parameter.Deleted::deletionId)
                .containsExactly("first", "second");

        happened(new DeletedParameterDestroyed(WHERE, NAME, "second", List.of("ssm/key1")));
        happened(new ParameterRestored(WHERE, NAME, ParameterType.STRING, "first"));

        assertThat(parameter("/prod/db")).isEqualTo(before);
    }

    @Test
    void a_deleted_parameter_is_absent_and_can_be_put_again_from_version_one() {
        happened(put(1), new ParameterDeleted(WHERE, NAME, List.of("ssm/key1")));
        assertThat(parameter("/prod/db")).isInstanceOf(Parameter.Absent.class);

        happened(put(1));
        assertThat(((Parameter.Present) parameter("/prod/db")).current().number())
                .isEqualTo(1);
    }

    @Test
    void a_name_of_one_level_is_the_same_parameter_with_and_without_a_slash() {
        happened(version(new ParameterName("token"), 1));

        assertThat(parameter("/token")).isEqualTo(parameter("token"));
        assertThat(ParameterId.of(WHERE, new ParameterName("token")).arn().value())
                .isEqualTo("arn:aws:ssm:eu-west-1:123456789012:parameter/token");
    }

    @Test
    void another_account_or_region_has_a_parameter_of_its_own() {
        happened(put(1));

        AccountRegion elsewhere = new AccountRegion(new AccountId("123456789012"), new Region("us-east-1"));
        assertThat(history.load(Parameter.TYPE, ParameterId.of(elsewhere, NAME)))
                .isInstanceOf(Parameter.Absent.class);
    }

    @Test
    void a_read_carries_no_tag_so_that_it_belongs_to_no_state() {
        assertThat(new ParameterRead(WHERE, List.of(), true).tags()).isEmpty();
    }

    @Test
    void the_directory_lists_what_there_is_by_path() {
        happened(
                new ParameterCreated(WHERE, new ParameterName("b"), ParameterType.STRING),
                new ParameterCreated(WHERE, new ParameterName("/a/x"), ParameterType.SECURE_STRING),
                new ParameterCreated(WHERE, new ParameterName("/c"), ParameterType.STRING),
                new ParameterDeleted(WHERE, new ParameterName("/c"), List.of()));

        ParameterDirectory directory = history.load(ParameterDirectory.TYPE, WHERE);

        assertThat(directory.byPath().keySet()).containsExactly("/a/x", "/b");
        assertThat(directory.byPath().get("/b").name().value()).isEqualTo("b");
    }

    private static ParameterDeleted retained(String deletionId) {
        return new ParameterDeleted(
                WHERE,
                NAME,
                List.of(),
                Optional.of(ParameterType.STRING),
                Optional.of(new ParameterDeleted.Retention(deletionId, NOON.plus(Duration.ofDays(30)))));
    }

    private void happened(Event... events) {
        history.append(NOON, List.of(events), List.of());
    }

    private Parameter parameter(String name) {
        return history.load(Parameter.TYPE, ParameterId.of(WHERE, new ParameterName(name)));
    }

    private static ParameterVersionPut put(long number) {
        return version(NAME, number);
    }

    private static ParameterVersionPut version(ParameterName name, long number) {
        return version(name, number, "arn:aws:iam::123456789012:root");
    }

    private static ParameterVersionPut version(ParameterName name, long number, String modifiedBy) {
        return new ParameterVersionPut(
                WHERE,
                name,
                number,
                ParameterType.STRING,
                "ssm/key" + number,
                Bytes.copyOf(new byte[] {1, 2, 3}),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                modifiedBy);
    }
}
