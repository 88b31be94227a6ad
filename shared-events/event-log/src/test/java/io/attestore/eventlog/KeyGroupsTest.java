package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Due;
import io.attestore.eventlog.table.LogLock;
import io.attestore.eventlog.table.Standbys;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyRowChange.Destroy;
import io.attestore.events.log.KeyRowChange.Put;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database keeps account of the groups that its key rows are in. */
class KeyGroupsTest {

    private static final int GROUP = 300;

    private final PostgresLogFixture fixture = new PostgresLogFixture();
    private PostgresEventLog engine;
    private LogUnderTest log;

    @BeforeEach
    void open() {
        engine = fixture.openLog(settings -> settings);
        log = new LogUnderTest(engine, engine, engine.keyTable(), engine);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        fixture.checkAndClose();
    }

    @Test
    void a_group_begins_with_the_generation_of_its_first_row() throws Exception {
        assertThat(engine.keyGroups().generation(GROUP)).isEmpty();
        get(with(new Put("a", wrapped(GROUP, 1))));

        assertThat(engine.keyGroups().generation(GROUP)).hasValue(1);
    }

    @Test
    void a_row_under_a_key_that_is_not_in_force_is_rejected_as_overtaken_and_hurts_nobody_else() throws Exception {
        get(with(new Put("a", wrapped(GROUP, 1))));
        fixture.execute("update key_group set generation = 2");
        CompletableFuture<Long> before = log.append(new Opened("before"));
        CompletableFuture<Long> stale = with(new Put("b", wrapped(GROUP, 1)));
        CompletableFuture<Long> after = with(new Put("c", wrapped(GROUP, 2)));

        assertThatThrownBy(() -> get(stale))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        get(before);
        get(after);
        assertThat(engine.keyGroups().refusals()).isEqualTo(1);
        assertThat(log.keys().find("b")).isEmpty();
        assertThat(log.keys().find("c")).isPresent();
    }

    @Test
    void a_row_wrapped_by_a_version_before_is_refused() {
        byte[] old = new byte[86];
        old[0] = 1;

        assertThatThrownBy(() -> get(with(new Put("old", Bytes.copyOf(old))))).isInstanceOf(ExecutionException.class);
        assertThat(log.keys().find("old")).isEmpty();
    }

    @Test
    void a_destruction_makes_its_group_due_in_the_same_transaction() throws Exception {
        get(with(new Put("a", wrapped(GROUP, 1)), new Put("b", wrapped(GROUP + 1, 7))));
        assertThat(due()).isEmpty();

        get(with(new Destroy("b")));

        assertThat(due()).singleElement().satisfies(due -> {
            assertThat(due.group()).isEqualTo(GROUP + 1);
            assertThat(due.generation()).isEqualTo(7);
        });
        assertThat(due(GROUP + 1)).isEmpty();
    }

    @Test
    void of_a_batch_that_a_roll_overtook_all_but_what_is_under_the_replaced_key_is_written_together() throws Exception {
        get(with(new Put("a", wrapped(GROUP, 1))));
        fixture.execute("update key_group set generation = 2");
        double before = batches();
        CompletableFuture<Long> alone;
        CompletableFuture<Long> stale;
        List<CompletableFuture<Long>> others = new ArrayList<>();
        try (Connection holder = fixture.plain().getConnection()) {
            holder.setAutoCommit(false);
            LogLock.take(holder, 0);
            alone = log.append(new Opened("alone"));
            awaitWaiting(holder);
            others.add(log.append(new Opened("first")));
            stale = with(new Put("b", wrapped(GROUP, 1)));
            for (int i = 0; i < 30; i++) {
                others.add(with(new Put("c" + i, wrapped(GROUP, 2))));
            }
            holder.rollback();
        }

        get(alone);
        for (CompletableFuture<Long> other : others) {
            get(other);
        }
        assertThatThrownBy(() -> get(stale)).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(engine.keyGroups().refusals()).isEqualTo(1);
        assertThat(batches() - before).isEqualTo(2);
    }

    @Test
    void a_destruction_and_the_end_of_a_roll_do_not_wait_for_each_other() throws Exception {
        int groups = 40;
        List<KeyRowChange> puts = new ArrayList<>();
        List<KeyRowChange> destructions = new ArrayList<>();
        List<KeyGroupRolls.Rolled> downwards = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            puts.add(new Put("k" + group, wrapped(group, 2)));
            destructions.add(new Destroy("k" + group));
            downwards.addFirst(new KeyGroupRolls.Rolled(group, 2, Duration.ZERO, 0));
        }
        get(with(puts.toArray(KeyRowChange[]::new)));
        try (Connection holder = fixture.plain().getConnection();
                Connection rolling = fixture.plain().getConnection()) {
            holder.setAutoCommit(false);
            lockGroup(holder, 0);
            CompletableFuture<Void> completed = CompletableFuture.runAsync(() -> complete(rolling, downwards));
            CompletableFuture<Long> destroyed = with(destructions.toArray(KeyRowChange[]::new));
            awaitWaiting(holder);
            Thread.sleep(200);
            for (int group = 1; group < groups; group++) {
                lockGroup(holder, group);
            }
            holder.rollback();

            completed.get(10, TimeUnit.SECONDS);
            get(destroyed);
        }
        assertThat(due()).hasSize(10);
    }

    private static void complete(Connection connection, List<KeyGroupRolls.Rolled> rolled) {
        try {
            KeyGroupRolls.completed(connection, rolled);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lockGroup(Connection connection, int group) throws SQLException {
        assertThat(KeyGroupRolls.generation(connection, group)).isPresent();
    }

    private double batches() {
        return fixture.registry.get("attestore.log.batch.events").summary().count();
    }

    /** Until somebody waits for a lock in this database. */
    private static void awaitWaiting(Connection connection) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try (PreparedStatement waiting = connection.prepareStatement("select exists (select from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock')")) {
            boolean waits = false;
            while (!waits) {
                assertThat(System.nanoTime()).as("in time").isLessThan(end);
                try (ResultSet result = waiting.executeQuery()) {
                    result.next();
                    waits = result.getBoolean(1);
                }
                Thread.sleep(10);
            }
        }
    }

    @Test
    void a_moved_group_is_under_its_next_key_and_waits_to_be_completed() throws Exception {
        get(with(new Put("a", wrapped(GROUP, 1)), new Put("b", wrapped(GROUP, 1))));
        get(with(new Destroy("b")));
        try (Connection connection = fixture.plain().getConnection()) {
            assertThat(KeyGroupRolls.rewrap(
                            connection,
                            List.of(new KeyGroupRolls.Row("a", wrapped(GROUP, 2).toArray()))))
                    .isEqualTo(1);
            KeyGroupRolls.move(connection, GROUP, 2, 1);

            assertThat(KeyGroupRolls.leftBehind(connection, List.of(GROUP), List.of(1)))
                    .isEmpty();
            assertThat(KeyGroupRolls.leftBehind(connection, List.of(GROUP), List.of(2)))
                    .isEqualTo(Map.of(GROUP, 1L));
            assertThat(due()).isEmpty();
            List<KeyGroupRolls.Rolled> rolled = KeyGroupRolls.rolled(connection);
            assertThat(rolled)
                    .singleElement()
                    .satisfies(one -> assertThat(one.generation()).isEqualTo(2));
            assertThat(KeyGroupRolls.backlog(connection).waiting()).isEqualTo(1);

            KeyGroupRolls.completed(connection, rolled);

            assertThat(KeyGroupRolls.backlog(connection).groups()).isZero();
        }
    }

    @Test
    void one_connection_rolls_at_a_time() throws Exception {
        try (Connection one = fixture.plain().getConnection();
                Connection other = fixture.plain().getConnection()) {
            assertThat(KeyGroupRolls.tryAlone(one)).isTrue();
            assertThat(KeyGroupRolls.tryAlone(other)).isFalse();
            KeyGroupRolls.notAlone(one);
            assertThat(KeyGroupRolls.tryAlone(other)).isTrue();
            KeyGroupRolls.notAlone(other);
        }
    }

    @Test
    void a_slot_whose_standby_is_away_is_behind_unless_it_is_ignored() throws Exception {
        try (Connection connection = fixture.plain().getConnection()) {
            fixture.execute("select pg_create_physical_replication_slot('standby_of_key_groups', true)");
            get(log.append(new Opened("a")));
            String written = Standbys.written(connection);
            try {
                assertThat(Standbys.behind(connection, written, List.of())).contains("standby_of_key_groups is away");
                assertThat(Standbys.behind(connection, written, List.of("standby_of_key_groups")))
                        .doesNotContain("standby_of_key_groups is away");
            } finally {
                fixture.execute("select pg_drop_replication_slot('standby_of_key_groups')");
            }
        }
    }

    private List<Due> due(Integer... groups) throws SQLException {
        List<Integer> leftOut = List.of(groups);
        try (Connection connection = fixture.plain().getConnection()) {
            return KeyGroupRolls.due(connection, Duration.ZERO, 10, leftOut);
        }
    }

    private CompletableFuture<Long> with(KeyRowChange... changes) {
        return log.appendWith(List.of(changes), AppendCondition.none(), new Opened("k"));
    }

    private static Bytes wrapped(int group, int generation) {
        return Bytes.copyOf(ByteBuffer.allocate(116)
                .put((byte) 2)
                .put((byte) 2)
                .putShort((short) group)
                .putInt(generation)
                .array());
    }

    private static long get(CompletableFuture<Long> append) throws Exception {
        return append.get(10, TimeUnit.SECONDS);
    }
}
