package io.attestore.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh, empty database for a test. All of them live on one server per JVM, which is stopped when the JVM ends: the
 * embedded server, or a container of PostgreSQL 18 for whoever sets {@code ATTESTORE_TEST_DATABASE=container}.
 *
 * <p>A module that uses this needs {@code org.testcontainers:testcontainers-postgresql} in test scope.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int CONNECTIONS_MAX = 16;

    private final ConnectionSettings settings;
    private final HikariDataSource dataSource;

    private TestDatabase(ConnectionSettings settings) {
        this.settings = settings;
        this.dataSource = settings.openPool("test", CONNECTIONS_MAX);
    }

    /** Creates a database that nobody else uses. */
    public static TestDatabase fresh() {
        TestServer server = TestServer.running();
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = server.connection().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a test database", e);
        }
        return new TestDatabase(server.connectionTo(name));
    }

    /** Where the database is, to open connections of one's own. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** A pool of up to 16 connections to the database. */
    public HikariDataSource dataSource() {
        return dataSource;
    }

    /** Closes the pool. The database goes with the server. */
    @Override
    public void close() {
        dataSource.close();
    }
}
