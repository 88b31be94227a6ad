package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The MACs of rows that were written before there were MACs. */
public final class MacRows {

    /** Parameters: positions, MACs, the first position and the last. */
    private static final String FILL = """
            update event_log e set mac = u.m
            from unnest(?::bigint[], ?::bytea[]) as u(p, m)
            where e.position = u.p and e.position between ? and ? and e.mac is null
            """;

    private static final String ANY = "select exists (select from event_log where mac is not null)";

    private static final String CLAIM = "select pg_try_advisory_lock(" + LogLock.SEAL + ")";

    private static final String RELEASE = "select pg_advisory_unlock(" + LogLock.SEAL + ")";

    private MacRows() {}

    /** Whether any row carries one. Reads the whole log if none does. */
    public static boolean areThere(Connection connection) throws SQLException {
        return isTrue(connection, ANY);
    }

    /** Claims for this connection that it alone seals the log; false while another does. */
    public static boolean claim(Connection connection) throws SQLException {
        return isTrue(connection, CLAIM);
    }

    public static void release(Connection connection) throws SQLException {
        isTrue(connection, RELEASE);
    }

    /** Gives rows that have no MAC the one that they are given here with; nothing else of them can change. */
    public static void fill(Connection connection, List<LogRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(FILL)) {
            Long[] positions = rows.stream().map(LogRow::position).toArray(Long[]::new);
            byte[][] macs = rows.stream().map(LogRow::mac).toArray(byte[][]::new);
            statement.setArray(1, connection.createArrayOf("int8", positions));
            statement.setArray(2, connection.createArrayOf("bytea", macs));
            statement.setLong(3, rows.getFirst().position());
            statement.setLong(4, rows.getLast().position());
            statement.executeUpdate();
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
