package io.attestore.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * The server settings without which an acknowledged commit could be lost, for an embedded and an external database
 * alike.
 *
 * <p>Source: PostgreSQL documentation, "Write Ahead Log" settings. {@code local} and {@code remote_write} are refused
 * beside {@code off}: with synchronous standbys they acknowledge before a standby has the commit on its disk.
 */
public final class SafetySettings {

    /** The oldest server that is supported, as in {@code server_version_num}. */
    static final int VERSION_LEAST = 18_00_00;

    private static final Set<String> ON = Set.of("on");
    private static final Set<String> SYNCHRONOUS = Set.of("on", "remote_apply");

    private SafetySettings() {}

    /**
     * Checks what this connection's session sees, so role and database defaults count too.
     *
     * @throws UnsafeDatabaseException if a setting is unsafe or the server is too old
     * @throws SQLException if the server cannot be asked
     */
    public static void assertDurable(Connection connection) throws SQLException {
        int version = Integer.parseInt(setting(connection, "server_version_num"));
        if (version < VERSION_LEAST) {
            throw new UnsafeDatabaseException("The database is PostgreSQL %s; Attestore needs %d or newer: upgrade it"
                    .formatted(setting(connection, "server_version"), VERSION_LEAST / 10_000));
        }
        requireOneOf(connection, "fsync", ON);
        requireOneOf(connection, "full_page_writes", ON);
        requireOneOf(connection, "synchronous_commit", SYNCHRONOUS);
    }

    private static void requireOneOf(Connection connection, String name, Set<String> safe) throws SQLException {
        String value = setting(connection, name);
        if (!safe.contains(value)) {
            throw new UnsafeDatabaseException(
                    ("PostgreSQL runs with %s = %s, so a crash could lose what has been acknowledged. Set %s = on"
                                    + " (postgresql.conf, ALTER SYSTEM, or the role's or database's own default), reload"
                                    + " the server and start again")
                            .formatted(name, value, name));
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
