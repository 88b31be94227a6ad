package io.attestore.server.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Held by the one node of a database that verifies: two would only take twice as much from all others. */
final class VerifierLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerifierLock.class);
    private static final long KEY = 0x41545445_53545652L;

    private final Connection connection;

    private VerifierLock(Connection connection) {
        this.connection = connection;
    }

    /** Empty if another node has it. */
    static Optional<VerifierLock> tryTake(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            if (ask(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.of(new VerifierLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** If the connection is lost, so is the lock: nothing is left to be done. */
    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException lost) {
            LOG.debug("The connection of the lock is lost", lost);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
