package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the index of tags against the rows. What the index lacks is not found by a reader; what it has too much is
 * found and left out again, because every reader compares the row's own tags.
 */
public final class TagRows {

    /** Parameters: tags, positions. */
    private static final String FIRST_MISSING = """
            select min(p) from unnest(?::text[], ?::bigint[]) as u(t, p)
            where not exists (select from event_tag e where e.tag = u.t and e.position = u.p)
            """;

    /** Parameter: a position. One statement, so that an append is seen with its tags or not at all. */
    private static final String FIRST_SUPERFLUOUS = """
            select min(t.position) from event_tag t left join event_log e on e.position = t.position
            where t.position > ? and (e.position is null or t.tag <> all(e.tags))
            """;

    private TagRows() {}

    /** The first position after this one that the index names under a tag which the row there, if any, has not. */
    public static Optional<Long> firstSuperfluous(Connection connection, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_SUPERFLUOUS)) {
            statement.setLong(1, after);
            return position(statement);
        }
    }

    /** The first of these rows that has a tag which is not in the index. */
    public static Optional<Long> firstMissing(Connection connection, List<LogRow> rows) throws SQLException {
        List<String> tags = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (LogRow row : rows) {
            for (String tag : row.content().tags()) {
                tags.add(tag);
                positions.add(row.position());
            }
        }
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement statement = connection.prepareStatement(FIRST_MISSING)) {
            statement.setArray(1, connection.createArrayOf("text", tags.toArray(String[]::new)));
            statement.setArray(2, connection.createArrayOf("int8", positions.toArray(Long[]::new)));
            return position(statement);
        }
    }

    private static Optional<Long> position(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            long position = result.getLong(1);
            return result.wasNull() ? Optional.empty() : Optional.of(position);
        }
    }
}
