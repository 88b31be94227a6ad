package io.attestore.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * Where a database is and as whom to enter it.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} URL without a password, since URLs end up in logs
 * @param user the role to log in as
 * @param password that role's password; not printed
 */
public record ConnectionSettings(String jdbcUrl, String user, DatabasePassword password) {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration VALIDATION_LIMIT = Duration.ofSeconds(1);

    public ConnectionSettings {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("The JDBC URL has to start with jdbc:postgresql:");
        }
        if (jdbcUrl.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException(
                    "The JDBC URL holds a password: give it apart, since URLs are written to logs");
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException("The database user is empty");
        }
    }

    /** The embedded server on this port of 127.0.0.1. */
    static ConnectionSettings on(int port, String database, DatabasePassword password) {
        return new ConnectionSettings(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), Cluster.SUPERUSER, password);
    }

    /** Opens one connection, outside any pool. The caller closes it. */
    public Connection connect() throws SQLException {
        return connect(CONNECT_LIMIT);
    }

    /** Opens one connection, or gives up after the limit, counted in whole seconds. */
    Connection connect(Duration limit) throws SQLException {
        String seconds = Long.toString(limit.toSeconds());
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.exposeToDriver());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /**
     * Opens a pool of connections. The caller closes it.
     *
     * @param name shown in metrics, thread names and in the server's {@code pg_stat_activity}
     * @param connectionsMax the most connections open at one time
     */
    public HikariDataSource openPool(String name, int connectionsMax) {
        return new HikariDataSource(pool(name, connectionsMax));
    }

    /**
     * Opens a pool that rather fails than lets anybody wait for a database that is silent. The caller closes it.
     *
     * @param waitLimit for a connection, one second or more
     * @param silenceLimit for an answer to a statement, in whole seconds; a connection that is silent for longer is cut
     */
    public HikariDataSource openPool(String name, int connectionsMax, Duration waitLimit, Duration silenceLimit) {
        var pool = pool(name, connectionsMax);
        pool.setConnectionTimeout(waitLimit.toMillis());
        pool.setValidationTimeout(VALIDATION_LIMIT.toMillis());
        pool.addDataSourceProperty("socketTimeout", Long.toString(Math.max(1, silenceLimit.toSeconds())));
        return new HikariDataSource(pool);
    }

    private HikariConfig pool(String name, int connectionsMax) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(user);
        pool.setPassword(password.exposeToDriver());
        pool.setMaximumPoolSize(connectionsMax);
        pool.addDataSourceProperty("ApplicationName", name);
        return pool;
    }
}
