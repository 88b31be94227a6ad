package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.seal.SealState;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.postgres.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A fresh database; every connection of a node to it can be cut. */
final class PostgresLogFixture implements EventLogFixture {

    private final TestDatabase database = TestDatabase.fresh();
    final CuttableDataSource dataSource = new CuttableDataSource(database.dataSource());
    /** Of the node that was opened last. */
    SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private Optional<LogAnchors> anchors = Optional.empty();
    /** Of the store: the nodes share it. */
    LogSeal seal = new MemorySeal();

    void anchorIn(LogAnchors file) {
        anchors = Optional.of(file);
    }

    @Override
    public LogUnderTest open(UnaryOperator<LogSettings> changes) {
        PostgresEventLog log = openLog(changes);
        return new LogUnderTest(log, log, log.keyTable(), log);
    }

    PostgresEventLog openLog(UnaryOperator<LogSettings> changes) {
        LogSettings quick = LogSettings.defaults()
                .withDatabase(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300));
        return PostgresEventLog.open(
                dataSource,
                dataSource,
                new JsonEventCodec(AccountEvents.CATALOGUE),
                changes.apply(quick),
                seal,
                anchors,
                registry = new SimpleMeterRegistry(),
                Clock.fixed(LogUnderTest.NOON, ZoneOffset.UTC));
    }

    /** Does what the database's owner can do. */
    void execute(String sql) throws SQLException {
        try (Connection connection = database.settings().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Does it with the guards of the tables off. */
    void tamper(String sql) throws SQLException {
        execute("set session_replication_role = replica; " + sql);
    }

    /** A connection that nothing cuts. */
    DataSource plain() {
        return database.dataSource();
    }

    VerificationResult verify() throws SQLException {
        return verify(macs());
    }

    /** As somebody can who has the anchors' key only. */
    VerificationResult verifyWithoutMacs() throws SQLException {
        return verify(Optional.empty());
    }

    private VerificationResult verify(Optional<RowMacs> macs) throws SQLException {
        return new LogVerification(plain(), anchors, macs)
                .verify(LogVerification.BEGINNING, checkpoint -> {}, () -> false);
    }

    private Optional<RowMacs> macs() {
        return seal.state() instanceof SealState.Sealed ? Optional.of(seal.macs()) : Optional.empty();
    }

    @Override
    public void checkAndClose() throws Exception {
        try (database) {
            assertThat(verify()).isInstanceOf(VerificationResult.Intact.class);
        }
    }

    void closeUnchecked() {
        database.close();
    }
}
