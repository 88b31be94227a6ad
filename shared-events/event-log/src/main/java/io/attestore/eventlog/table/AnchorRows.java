package io.attestore.eventlog.table;

import io.attestore.events.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Copies of signed heads within the database, for whoever verifies without the nodes' files. */
public final class AnchorRows {

    private static final String INSERT =
            "insert into log_anchor (position, hash, at, mac) values (?, ?, ?, ?) on conflict do nothing";

    /** Parameter: a position. What the log would never have written is left out. */
    private static final String AFTER = """
            select position, hash, at, mac from log_anchor
            where position > ? and octet_length(hash) = 32 and octet_length(mac) <= 64
              and at >= timestamptz '1970-01-01 00:00:00Z' and at < timestamptz '10000-01-01 00:00:00Z'
            """;

    /** As AFTER, the newest. Parameters: a position, the limit. */
    private static final String NEWEST = AFTER + " order by position desc limit ?";

    private AnchorRows() {}

    /** A copy of an anchor as the table has it: nothing has been checked. */
    public record Copy(LogHead head, Instant at, Bytes mac) {}

    /** The copies of anchors beyond a position. */
    public static List<Copy> after(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, Math.max(-1, position));
            return copies(statement);
        }
    }

    /** The newest copies of anchors, at most so many. */
    public static List<Copy> newest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setLong(1, -1);
            statement.setInt(2, limit);
            return copies(statement);
        }
    }

    private static List<Copy> copies(PreparedStatement statement) throws SQLException {
        List<Copy> copies = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                copies.add(new Copy(
                        new LogHead(result.getLong(1), result.getBytes(2)),
                        result.getObject(3, OffsetDateTime.class).toInstant(),
                        Bytes.copyOf(result.getBytes(4))));
            }
        }
        return copies;
    }

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
