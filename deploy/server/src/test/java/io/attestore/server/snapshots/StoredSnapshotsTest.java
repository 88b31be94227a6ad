package io.attestore.server.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.root.RootKey;
import io.attestore.entities.hot.Snapshots;
import io.attestore.entities.hot.SnapshotsContract;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterStates;
import io.attestore.eventlog.LogSettings;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.store.LogConventions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class StoredSnapshotsTest extends SnapshotsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EventTypes TYPES = LogConventions.eventTypes();

    private final SecureRandom random = new SecureRandom();
    private final RootKey rootKey = RootKey.generate(random);
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PostgresEventLog log;
    private final StoredSnapshots snapshots;

    StoredSnapshotsTest() {
        SnapshotSchema.migrate(database.dataSource());
        log = PostgresEventLog.open(
                database.dataSource(),
                database.dataSource(),
                new JsonEventCodec(TYPES),
                LogSettings.defaults().withWindow(4, 1 << 20),
                new MemorySeal(),
                Optional.empty(),
                meters,
                Clock.systemUTC());
        snapshots = stored(rootKey);
        snapshots.start();
    }

    @AfterEach
    void close() {
        snapshots.close();
        log.close();
        database.close();
    }

    @Override
    protected Snapshots snapshots() {
        return snapshots;
    }

    @Override
    protected void happened(Event... events) {
        List<TaggedEventMessage<?>> append = new ArrayList<>();
        for (Event event : events) {
            EventType type = TYPES.typeOf(event);
            EventMessage message = new GenericEventMessage(
                    UUID.randomUUID().toString(),
                    new MessageType(type.name(), type.version()),
                    event,
                    Map.of(),
                    Instant.parse("2026-11-21T12:00:00.123456Z"));
            append.add(new GenericTaggedEventMessage<>(message, new EventTagResolver().resolve(message)));
        }
        log.appendEvents(AppendCondition.none(), null, append)
                .join()
                .commit(null)
                .join();
    }

    @Override
    protected List<RecordedEvent> recorded() {
        return log.read(0, Integer.MAX_VALUE);
    }

    /** What is offered after it is stored after it. */
    @Override
    protected void settle() {
        ParameterId last = ParameterId.of(WHERE, new ParameterName("/settle/" + UUID.randomUUID()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean offered = false;
        while (System.nanoTime() < end) {
            offered = offered || snapshots.offer(Parameter.TYPE, last, folded(last, -1), -1);
            if (offered && !snapshots.find(Parameter.TYPE, List.of(last)).isEmpty()) {
                return;
            }
            pause();
        }
        throw new AssertionError("Nothing is stored");
    }

    @Test
    void a_state_that_was_tampered_with_is_not_used() {
        for (String change : List.of(
                "bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)",
                "mac = set_byte(mac, 0, get_byte(mac, 0) # 1)",
                "mac = ''",
                "mac = decode(repeat('00', 65), 'hex')",
                "position = position - 1",
                "bytes = decode(repeat('00', 2000000), 'hex')",
                "key = 'parameter=123456789012/eu-west-1//b'")) {
            snapshots.clear();
            happened(put(A, 1), put(A, 2));
            store(A);
            assertThat(found(A)).isPresent();

            jdbc.update("update state_snapshot set " + change + " where key like '%/a'");

            assertThat(found(A)).describedAs(change).isEmpty();
            assertThat(found(B)).describedAs(change).isEmpty();
        }
        assertThat(ignored("not_authentic")).isGreaterThanOrEqualTo(6);
    }

    @Test
    void states_that_were_swapped_are_not_used() {
        happened(put(A, 1), put(B, 1));
        store(A);
        store(B);

        jdbc.update("""
                update state_snapshot s set bytes = o.bytes, mac = o.mac, position = o.position
                from state_snapshot o where s.key like '%/a' and o.key like '%/b'""");

        assertThat(found(A)).isEmpty();
        assertThat(found(B)).isPresent();
    }

    @Test
    void an_earlier_state_of_the_same_parameter_only_takes_longer() {
        happened(put(A, 1));
        store(A);
        jdbc.execute("create table saved as select * from state_snapshot where key like '%/a'");
        happened(put(A, 2));
        store(A);

        jdbc.update("delete from state_snapshot");
        jdbc.update("insert into state_snapshot select * from saved");

        assertThat(found(A).orElseThrow().since()).hasSize(1);
    }

    @Test
    void a_state_of_another_root_key_is_not_used() {
        happened(put(A, 1));
        store(A);

        assertThat(stored(RootKey.generate(random)).find(Parameter.TYPE, List.of(A)))
                .isEmpty();
        assertThat(stored(rootKey).find(Parameter.TYPE, List.of(A))).containsOnlyKeys(A);
    }

    @Test
    void an_authentic_state_that_cannot_be_read_is_not_used() {
        happened(put(A, 1));
        byte[] bytes = Deflated.of(new byte[] {'?'});
        String key = "parameter=123456789012/eu-west-1//a";
        byte[] mac = new SnapshotSignature(rootKey.authenticator(StoredSnapshots.PURPOSE))
                .of("parameter", key, Parameter.FOLD_VERSION, 0, bytes);
        jdbc.update(
                "insert into state_snapshot values ('parameter', ?, ?, 0, ?, ?)",
                key,
                Parameter.FOLD_VERSION,
                bytes,
                mac);

        assertThat(found(A)).isEmpty();
        assertThat(ignored("not_readable")).isEqualTo(1);
    }

    @Test
    void rows_of_the_index_that_the_log_does_not_confirm_change_nothing() {
        happened(put(A, 1));
        store(A);
        happened(put(B, 1), put(B, 2));

        jdbc.update("insert into event_tag values ('parameter=123456789012/eu-west-1//a', 1)");

        assertThat(found(A).orElseThrow().since()).isEmpty();
    }

    @Test
    void of_many_states_only_so_much_is_brought_at_once_and_nothing_is_missing_up_to_where_it_goes() {
        List<ParameterId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ParameterId id = ParameterId.of(WHERE, new ParameterName("/many/" + i));
            ids.add(id);
            store(id);
        }
        for (int version = 1; version <= 20; version++) {
            for (ParameterId id : ids) {
                happened(put(id, version));
            }
        }

        Map<ParameterId, Snapshots.Found<Parameter>> found = snapshots.find(Parameter.TYPE, ids);

        assertThat(found).hasSize(20);
        assertThat(found.values().stream().mapToInt(one -> one.since().size()).sum())
                .isLessThanOrEqualTo(256);
        found.forEach((id, one) -> {
            Parameter state = one.state();
            for (RecordedEvent event : one.since()) {
                state = Parameter.TYPE.evolve().evolve(state, event.event(), event.at(), event.position());
            }
            assertThat(state).isEqualTo(folded(id, one.through()));
        });
    }

    @Test
    void without_its_table_everything_is_as_if_nothing_were_stored() {
        happened(put(A, 1));
        jdbc.execute("drop table state_snapshot");

        assertThat(found(A)).isEmpty();
        assertThat(snapshots.offer(Parameter.TYPE, A, folded(A, 0), 0)).isTrue();
        awaitFailures(2);
    }

    @Test
    void what_is_cleared_is_gone() {
        happened(put(A, 1));
        store(A);

        snapshots.clear();

        assertThat(found(A)).isEmpty();
    }

    @Test
    void what_finds_no_room_is_dropped_and_what_waits_is_stored_at_the_end() {
        StoredSnapshots waiting = stored(rootKey);
        happened(put(A, 1));
        int taken = 0;
        while (waiting.offer(Parameter.TYPE, A, folded(A, 0), 0)) {
            taken++;
        }
        assertThat(taken).isBetween(100, 1_000);

        waiting.start();
        waiting.close();

        assertThat(found(A)).isPresent();
        assertThat(waiting.offer(Parameter.TYPE, A, folded(A, 0), 0)).isFalse();
    }

    private StoredSnapshots stored(RootKey key) {
        return new StoredSnapshots(
                List.of(ParameterStates.STORED),
                database.dataSource(),
                database.dataSource(),
                log,
                key.authenticator(StoredSnapshots.PURPOSE),
                new SnapshotMetrics(meters));
    }

    private double ignored(String reason) {
        return meters.get("attestore.states.ignored")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private void awaitFailures(int count) {
        Counter failed = meters.get("attestore.states.failed").counter();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (failed.count() < count && System.nanoTime() < end) {
            pause();
        }
        assertThat(failed.count()).isGreaterThanOrEqualTo(count);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
