package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Due;
import io.attestore.eventlog.table.Standbys;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyRowChange.Destroy;
import io.attestore.events.log.KeyRowChange.Put;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
    void aGroupBeginsWithTheGenerationOfItsFirstRow() throws Exception {
        assertThat(engine.keyGroups().generation(GROUP)).isEmpty();
        get(with(new Put("a", wrapped(GROUP, 1))));

        assertThat(engine.keyGroups().generation(GROUP)).hasValue(1);
    }

    @Test
    void aRowUnderAKeyThatIsNotInForceIsRejectedAsOvertakenAndHurtsNobodyElse() throws Exception {
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
    void aRowWrappedByAVersionBeforeIsRefused() {
        byte[] old = new byte[86];
        old[0] = 1;

        assertThatThrownBy(() -> get(with(new Put("old", Bytes.copyOf(old))))).isInstanceOf(ExecutionException.class);
        assertThat(log.keys().find("old")).isEmpty();
    }

    @Test
    void aDestructionMakesItsGroupDueInTheSameTransaction() throws Exception {
        get(with(new Put("a", wrapped(GROUP, 1)), new Put("b", wrapped(GROUP + 1, 7))));
        assertThat(due()).isEmpty();

        get(with(new Destroy("b")));

        assertThat(due()).singleElement().satisfies(due -> {
            assertThat(due.group()).isEqualTo(GROUP + 1);
            assertThat(due.generation()).isEqualTo(7);
        });
    }

    @Test
    void aMovedGroupIsUnderItsNextKeyAndWaitsToBeCompleted() throws Exception {
        get(with(new Put("a", wrapped(GROUP, 1)), new Put("b", wrapped(GROUP, 1))));
        get(with(new Destroy("b")));
        try (Connection connection = fixture.plain().getConnection()) {
            assertThat(KeyGroupRolls.rewrap(
                            connection,
                            List.of(new KeyGroupRolls.Row("a", wrapped(GROUP, 2).toArray()))))
                    .isEqualTo(1);
            KeyGroupRolls.move(connection, GROUP, 2, 1);

            assertThat(KeyGroupRolls.leftBehind(connection, List.of(GROUP), List.of(1)))
                    .isZero();
            assertThat(KeyGroupRolls.leftBehind(connection, List.of(GROUP), List.of(2)))
                    .isEqualTo(1);
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
    void oneConnectionRollsAtATime() throws Exception {
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
    void aSlotWhoseStandbyIsAwayIsBehindUnlessItIsIgnored() throws Exception {
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

    private List<Due> due() throws SQLException {
        try (Connection connection = fixture.plain().getConnection()) {
            return KeyGroupRolls.due(connection, Duration.ZERO, 10);
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
