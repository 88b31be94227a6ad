package io.attestore.server.store;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.SafetySettings;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.PostgresSettings;
import io.attestore.server.settings.StoreSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The PostgreSQL that holds the log: our own, started here and stopped on close, or the operator's. Either is refused if
 * it does not keep what it acknowledges.
 */
public final class Database implements AutoCloseable {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    private final ConnectionSettings connection;
    private final Optional<EmbeddedPostgres> embedded;

    private Database(ConnectionSettings connection, Optional<EmbeddedPostgres> embedded) {
        this.connection = connection;
        this.embedded = embedded;
    }

    /** Starts or finds the database. The caller holds the claim on the data directory. */
    public static Database open(
            StoreSettings store, JdbcSettings jdbc, PostgresSettings postgres, Consumer<String> progress) {
        Optional<ConnectionSettings> external = jdbc.external();
        if (external.isPresent()) {
            progress.accept("Using the database " + external.get().jdbcUrl());
            requireDurable(external.get());
            return new Database(external.get(), Optional.empty());
        }
        progress.accept("Starting PostgreSQL in " + store.postgres());
        EmbeddedPostgres server =
                EmbeddedPostgres.start(postgres.in(store.postgres(), jdbc.connectionsMax()), progress);
        server.keepRunning();
        return new Database(server.connection(), Optional.of(server));
    }

    public ConnectionSettings connection() {
        return connection;
    }

    public boolean isEmbedded() {
        return embedded.isPresent();
    }

    /**
     * A pool that rather fails than lets a caller wait for longer than a call may take.
     *
     * @param silenceLimit after which a statement without an answer fails
     */
    public HikariDataSource openPool(String name, int connectionsMax, Duration silenceLimit) {
        return connection.openPool(name, connectionsMax, CONNECTION_TIMEOUT, silenceLimit);
    }

    /** A pool for work that nobody waits for: its statements may take as long as they take. */
    public HikariDataSource openPatientPool(String name, int connectionsMax) {
        return connection.openPool(name, connectionsMax);
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static void requireDurable(ConnectionSettings connection) {
        try (Connection session = connection.connect()) {
            SafetySettings.assertDurable(session);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(connection.jdbcUrl(), e);
        }
    }
}
