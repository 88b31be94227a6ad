package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the database knows of the directory of keys that its key rows are under. */
public final class KeysDirectoryRow {

    private static final String LOCK = "select pg_advisory_xact_lock(" + LogLock.KEYS_DIRECTORY + ")";

    private static final String FIND = "select mark, directory, moved_at::text from keys_directory";

    /** Parameters: mark, directory. */
    private static final String PUT = """
            insert into keys_directory (mark, directory) values (?, ?)
            on conflict (only_one) do update set mark = excluded.mark, directory = excluded.directory, moved_at = now()
            """;

    private static final String IN_FORCE = "select group_no, generation from key_group";

    private KeysDirectoryRow() {}

    /**
     * The directory as of the newest roll.
     *
     * @param directory where it was, as the server saw it that rolled
     * @param movedAt when that was
     */
    public record Known(String mark, String directory, String movedAt) {}

    /** Waits until nobody else changes the row; for this transaction. */
    public static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.execute();
        }
    }

    /** Empty as long as no directory is known. */
    public static Optional<Known> find(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND);
                ResultSet result = statement.executeQuery()) {
            return result.next()
                    ? Optional.of(new Known(result.getString(1), result.getString(2), result.getString(3)))
                    : Optional.empty();
        }
    }

    public static void put(Connection connection, String mark, String directory) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setString(1, mark);
            statement.setString(2, directory);
            statement.executeUpdate();
        }
    }

    /** The generation in force of each group that has had a row. */
    public static Map<Integer, Long> inForce(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IN_FORCE);
                ResultSet result = statement.executeQuery()) {
            Map<Integer, Long> inForce = new HashMap<>();
            while (result.next()) {
                inForce.put(result.getInt(1), result.getLong(2));
            }
            return inForce;
        }
    }
}
