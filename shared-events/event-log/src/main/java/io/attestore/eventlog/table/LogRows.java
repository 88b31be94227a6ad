package io.attestore.eventlog.table;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** Reads rows of the log. */
public final class LogRows {

    private static final String COLUMNS =
            "e.position, e.event_id, e.type, e.version, e.occurred_at, e.tags, e.metadata, e.payload, e.hash";

    private static final String PAGE = "select " + COLUMNS
            + " from event_log e where e.position >= ? and e.position <= ? order by e.position limit ?";

    /** Sums up what comes before each row, so that no more than a page of bytes leaves the server. */
    private static final String MATCHING = "select " + COLUMNS + """
             from (select e.*, sum(octet_length(e.metadata) + octet_length(e.payload))
                               over (order by e.position rows unbounded preceding) as bytes
                   from event_log e where %s order by e.position limit ?) e
            where e.bytes - octet_length(e.metadata) - octet_length(e.payload) <=\s""" + LogPage.BYTES + " order by e.position";

    private static final String AT =
            "select " + COLUMNS + " from event_log e where e.position = any(?) order by e.position";

    private static final String HEAD = "select position, hash from event_log order by position desc limit 1";

    private static final String HASH_AT = "select position, hash from event_log where position = ?";

    private static final String FIRST_SINCE = "select min(position) from event_log where occurred_at >= ?";

    /** A match is nearly always the first row that is found. */
    private static final int MATCHES_PER_FETCH = 64;

    private LogRows() {}

    /** @throws IllegalArgumentException if the criteria have too many alternatives or a tag that no event can have */
    public static void requireAnswerable(EventCriteria criteria) {
        CriteriaSql.of(criteria, 0, 0);
    }

    /** The rows from one position to another, both included, in order, at most {@code limit}. */
    public static List<LogRow> page(Connection connection, long from, long to, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setInt(3, limit);
            return rows(statement);
        }
    }

    /** The rows at these positions, as far as there are such, in order. */
    public static List<LogRow> at(Connection connection, Collection<Long> positions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT)) {
            statement.setArray(1, connection.createArrayOf("int8", positions.toArray(Long[]::new)));
            return rows(statement);
        }
    }

    /** The first rows that match the criteria, from one position to another: at most {@code limit}, and by bytes. */
    public static LogPage matching(Connection connection, EventCriteria criteria, long from, long to, int limit)
            throws SQLException {
        CriteriaSql where = CriteriaSql.of(criteria, from, to);
        try (PreparedStatement statement = connection.prepareStatement(MATCHING.formatted(where.sql()))) {
            statement.setInt(where.bind(connection, statement), limit);
            return LogPage.of(rows(statement), limit);
        }
    }

    /**
     * Whether any row between two positions, both included, matches the criteria. The rows' own tags decide, not the
     * index by which they are found.
     */
    public static boolean anyMatching(Connection connection, EventCriteria criteria, long from, long to)
            throws SQLException {
        CriteriaSql where = CriteriaSql.of(criteria, from, to);
        String sql = "select e.type, e.tags from event_log e where " + where.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(connection, statement);
            statement.setFetchSize(MATCHES_PER_FETCH);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    QualifiedName type = new QualifiedName(result.getString(1));
                    if (criteria.matches(type, TagText.parse(tags(result.getArray(2))))) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    public static LogHead head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
            return head(statement);
        }
    }

    /** The position and hash of one row, or {@link LogHead#EMPTY} if there is no such row. */
    public static LogHead hashAt(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HASH_AT)) {
            statement.setLong(1, position);
            return head(statement);
        }
    }

    /** The first position whose event happened at this instant or later. Reads the whole log: there is no index. */
    public static OptionalLong firstSince(Connection connection, Instant instant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_SINCE)) {
            statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long position = result.getLong(1);
                return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            }
        }
    }

    private static LogHead head(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? new LogHead(result.getLong(1), result.getBytes(2)) : LogHead.EMPTY;
        }
    }

    private static List<LogRow> rows(PreparedStatement statement) throws SQLException {
        List<LogRow> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static LogRow row(ResultSet result) throws SQLException {
        return new LogRow(
                result.getLong(1),
                new EventContent(
                        result.getObject(2, UUID.class),
                        result.getString(3),
                        result.getString(4),
                        EventContent.micros(
                                result.getObject(5, OffsetDateTime.class).toInstant()),
                        tags(result.getArray(6)),
                        result.getBytes(7),
                        result.getBytes(8)),
                result.getBytes(9));
    }

    private static List<String> tags(Array tags) throws SQLException {
        return List.of((String[]) tags.getArray());
    }
}
