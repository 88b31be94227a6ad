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
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(user);
        pool.setPassword(password.exposeToDriver());
        pool.setMaximumPoolSize(connectionsMax);
        pool.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(pool);
    }
}
