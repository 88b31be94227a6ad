package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.entities.History;
import io.attestore.entities.HistoryLog;
import io.attestore.entities.ssm.parameter.SealedValues.Wanted;
import io.attestore.events.Bytes;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SealedValuesTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final ParameterName NAME = new ParameterName("/prod/db");
    private static final ParameterId ID = ParameterId.of(WHERE, NAME);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final History history = new History();
    private final HistoryLog log = new HistoryLog(history);
    private final SealedValues values = new SealedValues(log, 1_000_000);

    @Test
    void the_newest_value_asks_no_log() {
        happened(put(1), put(2));

        assertThat(values.of(List.of(wanted(2)))).containsExactly(value(2));
        assertThat(log.lookedAt).isEmpty();
    }

    @Test
    void an_older_value_is_read_from_the_log_once() {
        happened(put(1), put(2));

        for (int i = 0; i < 3; i++) {
            assertThat(values.of(List.of(wanted(1)))).containsExactly(value(1));
        }

        assertThat(log.lookedAt).containsExactly(List.of(0L));
    }

    @Test
    void many_are_read_at_once_and_in_the_order_that_is_wanted() {
        happened(put(1), put(2), put(3), put(4));

        assertThat(values.of(List.of(wanted(3), wanted(4), wanted(1), wanted(2))))
                .containsExactly(value(3), value(4), value(1), value(2));
        assertThat(log.lookedAt).hasSize(1);
    }

    @Test
    void no_more_is_kept_than_there_is_room_for() {
        LongStream.rangeClosed(1, 200).forEach(number -> happened(put(number)));
        SealedValues forgetful = new SealedValues(log, 0);

        for (int i = 0; i < 3; i++) {
            assertThat(forgetful.of(List.of(wanted(1)))).containsExactly(value(1));
        }

        assertThat(log.lookedAt).hasSize(3);
    }

    @Test
    void when_the_newest_version_is_destroyed_the_others_are_still_read() {
        happened(put(1), put(2), new ParameterVersionDestroyed(WHERE, NAME, 2, "ssm/key2"));

        assertThat(values.of(List.of(wanted(1)))).containsExactly(value(1));
    }

    @Test
    void a_restored_parameter_has_its_older_values() {
        happened(
                put(1),
                put(2),
                new ParameterDeleted(
                        WHERE,
                        NAME,
                        List.of(),
                        Optional.of(ParameterType.STRING),
                        Optional.of(new ParameterDeleted.Retention("first", NOON))),
                put(1),
                new ParameterDeleted(WHERE, NAME, List.of("ssm/key1")),
                new ParameterRestored(WHERE, NAME, ParameterType.STRING, "first"));

        assertThat(values.of(List.of(wanted(1), wanted(2)))).containsExactly(value(1), value(2));
        assertThat(wanted(1).version().position()).isZero();
    }

    @Test
    void nothing_is_given_out_for_a_version_but_its_own_put() {
        happened(put(1), put(2), new ParameterVersionDestroyed(WHERE, NAME, 1, "ssm/key1"), put(3), put(4));
        ParameterVersion version = wanted(2).version();

        assertRefused(new Wanted(ParameterId.of(WHERE, new ParameterName("/other")), version));
        assertRefused(new Wanted(ID, moved(version, 0, version.number(), version.dataKeyId())));
        assertRefused(new Wanted(ID, moved(version, 2, version.number(), version.dataKeyId())));
        assertRefused(new Wanted(ID, moved(version, 99, version.number(), version.dataKeyId())));
        assertRefused(new Wanted(ID, moved(version, 1, 3, version.dataKeyId())));
        assertRefused(new Wanted(ID, moved(version, 1, version.number(), "ssm/key3")));
        assertThat(values.of(List.of(new Wanted(ID, version)))).containsExactly(value(2));
        assertRefused(new Wanted(ParameterId.of(WHERE, new ParameterName("/other")), version));
    }

    private void assertRefused(Wanted wanted) {
        assertThatThrownBy(() -> values.of(List.of(wanted)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("where it was put");
    }

    private static ParameterVersion moved(ParameterVersion version, long position, long number, String dataKeyId) {
        return new ParameterVersion(
                number,
                version.type(),
                dataKeyId,
                position,
                version.sealedValue(),
                version.keyReference(),
                version.description(),
                version.allowedPattern(),
                version.tier(),
                version.dataType(),
                version.modifiedBy(),
                version.modifiedAt(),
                version.policies());
    }

    private Wanted wanted(long number) {
        Parameter.Present present = (Parameter.Present) history.load(Parameter.TYPE, ID);
        return new Wanted(ID, present.version(number).orElseThrow());
    }

    private void happened(Event... events) {
        history.append(NOON, List.of(events), List.of());
    }

    private static Bytes value(long number) {
        return Bytes.copyOf(new byte[] {1, 2, (byte) number});
    }

    private static ParameterVersionPut put(long number) {
        return new ParameterVersionPut(
                WHERE,
                NAME,
                number,
                ParameterType.STRING,
                "ssm/key" + number,
                value(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root");
    }
}
