package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes rows of the log, all of them by one statement; rows for tags only where there are tags. */
public final class LogInsert {

    /** Parameters: positions, ids, types, versions, microseconds, tags (as array literals), metadata, payloads, hashes. */
    private static final String EVENTS = """
            insert into event_log (position, event_id, type, version, occurred_at, tags, metadata, payload, hash)
            select p, i::uuid, y, v, to_timestamp(0) + m * interval '1 microsecond', g::text[], d, l, h
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[],
                        ?::bytea[]) as u(p, i, y, v, m, g, d, l, h)
            """;

    /** Parameters: tags, positions. */
    private static final String TAGS =
            "insert into event_tag (tag, position) select * from unnest(?::text[], ?::bigint[])";

    private LogInsert() {}

    public static void rows(Connection connection, List<LogRow> rows) throws SQLException {
        events(connection, rows);
        tags(connection, rows);
    }

    private static void events(Connection connection, List<LogRow> rows) throws SQLException {
        int count = rows.size();
        Long[] positions = new Long[count];
        String[] ids = new String[count];
        String[] types = new String[count];
        String[] versions = new String[count];
        Long[] micros = new Long[count];
        String[] tags = new String[count];
        byte[][] metadata = new byte[count][];
        byte[][] payloads = new byte[count][];
        byte[][] hashes = new byte[count][];
        for (int i = 0; i < count; i++) {
            LogRow row = rows.get(i);
            EventContent content = row.content();
            positions[i] = row.position();
            ids[i] = content.eventId().toString();
            types[i] = content.type();
            versions[i] = content.version();
            micros[i] = content.occurredAtMicros();
            tags[i] = literal(content.tags());
            metadata[i] = content.metadata();
            payloads[i] = content.payload();
            hashes[i] = row.hash();
        }
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setArray(1, connection.createArrayOf("int8", positions));
            statement.setArray(2, connection.createArrayOf("text", ids));
            statement.setArray(3, connection.createArrayOf("text", types));
            statement.setArray(4, connection.createArrayOf("text", versions));
            statement.setArray(5, connection.createArrayOf("int8", micros));
            statement.setArray(6, connection.createArrayOf("text", tags));
            statement.setArray(7, connection.createArrayOf("bytea", metadata));
            statement.setArray(8, connection.createArrayOf("bytea", payloads));
            statement.setArray(9, connection.createArrayOf("bytea", hashes));
            statement.executeUpdate();
        }
    }

    private static void tags(Connection connection, List<LogRow> rows) throws SQLException {
        List<String> tags = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (LogRow row : rows) {
            for (String tag : row.content().tags()) {
                tags.add(tag);
                positions.add(row.position());
            }
        }
        if (tags.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(TAGS)) {
            statement.setArray(1, connection.createArrayOf("text", tags.toArray(String[]::new)));
            statement.setArray(2, connection.createArrayOf("int8", positions.toArray(Long[]::new)));
            statement.executeUpdate();
        }
    }

    /** A list as PostgreSQL writes an array of text (manual, 8.15.6): every element quoted. */
    private static String literal(List<String> elements) {
        if (elements.isEmpty()) {
            return "{}";
        }
        StringBuilder literal = new StringBuilder("{");
        for (String element : elements) {
            literal.append(literal.length() == 1 ? "\"" : ",\"");
            literal.append(element.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return literal.append('}').toString();
    }
}
