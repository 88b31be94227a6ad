package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The process of the database that runs the statements of one connection. It may outlive the connection: until it has
 * ended, what was sent to it can still happen.
 *
 * @param pid its number, which is used again for others
 * @param startMicros when it started, in microseconds since 1970, which tells it from these
 */
public record Backend(int pid, long startMicros) {

    private static final String OWN =
            "select pid, (extract(epoch from backend_start) * 1000000)::bigint from pg_stat_activity"
                    + " where pid = pg_backend_pid()";

    /** Waits until it has ended. Parameters: milliseconds, the process, its start. */
    private static final String END = "select pg_terminate_backend(pid, ?) from pg_stat_activity"
            + " where pid = ? and (extract(epoch from backend_start) * 1000000)::bigint = ?";

    public static Backend of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(OWN)) {
            if (!result.next()) {
                throw new SQLException("The database does not tell of its process");
            }
            return new Backend(result.getInt(1), result.getLong(2));
        }
    }

    /**
     * Ends it, by another connection of the same role, if it has not ended already.
     *
     * @return whether it has ended: a commit that is on its way to the disk is waited for, this long
     */
    public boolean end(Connection other, Duration patience) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(END)) {
            statement.setLong(1, patience.toMillis());
            statement.setInt(2, pid);
            statement.setLong(3, startMicros);
            try (ResultSet result = statement.executeQuery()) {
                return !result.next() || result.getBoolean(1);
            }
        }
    }
}
