package io.attestore.eventlog.table;

import io.attestore.eventlog.table.KeyGroupRolls.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The rows of the key table that are under no group's key, as versions before have left them. */
public final class UngroupedKeyRows {

    private static final String COUNT = "select count(*) from key_row where group_no is null";
    private static final String FIND = "select id, wrapped from key_row where group_no is null and id = any (?)";

    /** No destruction is missed: from its first row on the group is there. */
    private static final String NOTE_GROUPS = """
            insert into key_group (group_no, generation)
            select group_no, max(generation) from key_row where id = any (?) and group_no is not null group by group_no
            on conflict do nothing""";

    /** Stays when the last row has been moved and what comes after it has not been done. */
    private static final String BEGIN = "comment on table key_row is 'being moved under group keys'";

    private static final String DONE = "comment on table key_row is null";
    private static final String BEGUN = "select obj_description('key_row'::regclass, 'pg_class') is not null";

    private UngroupedKeyRows() {}

    /** Notes that rows are being moved, until {@link #done}. */
    public static void begin(Connection connection) throws SQLException {
        execute(connection, BEGIN);
    }

    public static void done(Connection connection) throws SQLException {
        execute(connection, DONE);
    }

    /** Whether a move has begun that has not come to its end. */
    public static boolean isBegun(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGUN);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Those of these rows. */
    public static List<Row> of(Connection connection, Collection<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), result.getBytes(2)));
                }
            }
            return rows;
        }
    }

    /** Puts the bytes into the rows, as far as these are still there, and notes their groups. */
    public static int group(Connection connection, List<Row> rows) throws SQLException {
        connection.setAutoCommit(false);
        try {
            int moved = KeyGroupRolls.rewrap(connection, rows);
            try (PreparedStatement statement = connection.prepareStatement(NOTE_GROUPS)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", rows.stream().map(Row::id).toArray()));
                statement.executeUpdate();
            }
            connection.commit();
            return moved;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Writes the table anew and lets go of the write-ahead log, as far as this role may. */
    public static void forget(Connection connection, Consumer<String> progress) {
        for (String step : List.of("vacuum full key_row", "select pg_switch_wal()", "checkpoint", "checkpoint")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(step);
            } catch (SQLException e) {
                progress.accept("The database did not " + step + " (" + e.getMessage() + "): do it by hand");
            }
        }
    }
}
