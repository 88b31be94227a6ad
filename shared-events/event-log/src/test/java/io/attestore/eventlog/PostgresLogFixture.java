package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogUnderTest;
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
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Optional<LogAnchors> anchors = Optional.empty();

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
                new JsonEventCodec(AccountEvents.CATALOGUE),
                changes.apply(quick),
                anchors,
                registry,
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
        return new LogVerification(plain(), anchors).verify(LogVerification.BEGINNING, checkpoint -> {}, () -> false);
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
