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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jspecify.annotations.Nullable;

/** Reads rows of the log. One that the log cannot have written is an {@link UnreadableRowException}. */
public final class LogRows {

    private static final int MAC_BYTES_MAX = 64;

    /** What is longer than an event can be stays in the database. */
    private static final String COLUMNS = "e.position, e.event_id, e.type, e.version, e.occurred_at, e.tags,"
            + " case when octet_length(e.metadata) <= " + EventContent.BYTES_MAX + " then e.metadata end,"
            + " case when octet_length(e.payload) <= " + EventContent.BYTES_MAX + " then e.payload end, e.hash,"
            + " case when octet_length(e.mac) <= " + MAC_BYTES_MAX + " then e.mac end";

    private static final String PAGE = "select " + COLUMNS
            + " from event_log e where e.position >= ? and e.position <= ? order by e.position limit ?";

    private static final String LAST_POSITION = "select max(position) from event_log";

    /** Sums up what comes before each row, so that no more than a page of bytes leaves the server. */
    private static final String MATCHING = "select " + COLUMNS + """
             from (select e.*, sum(octet_length(e.metadata) + octet_length(e.payload))
                               over (order by e.position rows unbounded preceding) as bytes
                   from %s) e
            where coalesce(e.bytes - octet_length(e.metadata) - octet_length(e.payload), 0) <=\s""" + LogPage.BYTES + " order by e.position";

    private static final String WHERE = "event_log e where %s order by e.position limit ?";

    /**
     * The index gives the positions of a tag in their order: a page of a long history costs a page, however much
     * follows. A position without a row stays in the answer, and is one that cannot be read. Parameters: a tag or
     * several, two positions, the limit.
     */
    private static final String OF_TAGS = """
            (select t.position, l.event_id, l.type, l.version, l.occurred_at, l.tags, l.metadata, l.payload, l.hash, l.mac
             from (select distinct t.position from event_tag t
                   where t.tag = %s and t.position between ? and ? order by t.position limit ?) t
             left join event_log l on l.position = t.position) e""";

    private static final String MATCHING_ONE_TAG = MATCHING.formatted(OF_TAGS.formatted("?"));
    private static final String MATCHING_ANY_TAG = MATCHING.formatted(OF_TAGS.formatted("any(?)"));

    private static final String AT =
            "select " + COLUMNS + " from event_log e where e.position = any(?) order by e.position";

    private static final String HEAD = "select position, hash from event_log order by position desc limit 1";

    private static final String HASH_AT = "select position, hash from event_log where position = ?";

    private static final String FIRST_SINCE = "select min(position) from event_log where occurred_at >= ?";

    private LogRows() {}

    /** @throws IllegalArgumentException if the criteria have too many alternatives or a tag that no event can have */
    public static void requireAnswerable(Set<EventCriterion> alternatives) {
        CriteriaSql.requireAnswerable(alternatives);
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
        Optional<List<String>> tags = CriteriaSql.anyOfTags(criteria);
        if (tags.isPresent()) {
            return ofTags(connection, tags.get(), from, to, limit);
        }
        CriteriaSql where = CriteriaSql.of(criteria, from, to);
        String sql = MATCHING.formatted(WHERE.formatted(where.sql()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(where.bind(connection, statement), limit);
            return LogPage.of(rows(statement), limit);
        }
    }

    private static LogPage ofTags(Connection connection, List<String> tags, long from, long to, int limit)
            throws SQLException {
        boolean one = tags.size() == 1;
        try (PreparedStatement statement = connection.prepareStatement(one ? MATCHING_ONE_TAG : MATCHING_ANY_TAG)) {
            if (one) {
                statement.setString(1, tags.getFirst());
            } else {
                statement.setArray(1, connection.createArrayOf("text", tags.toArray(String[]::new)));
            }
            statement.setLong(2, from);
            statement.setLong(3, to);
            statement.setInt(4, limit);
            return LogPage.of(rows(statement), limit);
        }
    }

    /** The position of the newest row, whatever is in it; -1 if there is none. */
    public static long lastPosition(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_POSITION);
                ResultSet result = statement.executeQuery()) {
            result.next();
            long position = result.getLong(1);
            return result.wasNull() ? -1 : position;
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
            return result.next() ? head(result) : LogHead.EMPTY;
        }
    }

    private static LogHead head(ResultSet result) throws SQLException {
        long position = result.getLong(1);
        try {
            return new LogHead(position, result.getBytes(2));
        } catch (RuntimeException e) {
            throw new UnreadableRowException(position, e);
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
        long position = result.getLong(1);
        try {
            return new LogRow(position, content(result), hash(result.getBytes(9)), mac(result.getBytes(10)));
        } catch (SQLException e) {
            if (isConnectionLost(e)) {
                throw e;
            }
            throw new UnreadableRowException(position, e);
        } catch (RuntimeException e) {
            throw new UnreadableRowException(position, e);
        }
    }

    private static EventContent content(ResultSet result) throws SQLException {
        return new EventContent(
                result.getObject(2, UUID.class),
                result.getString(3),
                result.getString(4),
                EventContent.micros(result.getObject(5, OffsetDateTime.class).toInstant()),
                tags(result.getArray(6)),
                bytes(result.getBytes(7)),
                bytes(result.getBytes(8)));
    }

    private static List<String> tags(Array tags) throws SQLException {
        return List.of((String[]) tags.getArray());
    }

    private static byte[] bytes(byte[] field) {
        if (field == null) {
            throw new IllegalArgumentException("An event has at most " + EventContent.BYTES_MAX + " bytes");
        }
        return field;
    }

    private static byte[] hash(byte[] hash) {
        if (hash.length != HashChain.HASH_BYTES) {
            throw new IllegalArgumentException("A hash has " + HashChain.HASH_BYTES + " bytes");
        }
        return hash;
    }

    private static byte[] mac(byte @Nullable [] mac) {
        return mac == null ? new byte[0] : mac;
    }

    /** Class 08, connection exception, and 57, operator intervention (PostgreSQL manual, appendix A). */
    private static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
    }
}
