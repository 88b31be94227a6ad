package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the index of tags against the rows. What is in it too much does no harm: readers look at the rows. */
public final class TagRows {

    /** Parameters: tags, positions. */
    private static final String FIRST_MISSING = """
            select min(p) from unnest(?::text[], ?::bigint[]) as u(t, p)
            where not exists (select from event_tag e where e.tag = u.t and e.position = u.p)
            """;

    private TagRows() {}

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
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long position = result.getLong(1);
                return result.wasNull() ? Optional.empty() : Optional.of(position);
            }
        }
    }
}
