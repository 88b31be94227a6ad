package io.attestore.eventlog.table;

import io.attestore.events.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Copies of signed heads within the database, for whoever verifies without the nodes' files. */
public final class AnchorRows {

    private static final String INSERT =
            "insert into log_anchor (position, hash, at, mac) values (?, ?, ?, ?) on conflict do nothing";

    private AnchorRows() {}

    public static void insert(Connection connection, LogHead head, Instant at, Bytes mac) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, head.position());
            statement.setBytes(2, head.hash());
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.setBytes(4, mac.toArray());
            statement.executeUpdate();
        }
    }
}
