package io.attestore.eventlog.table;

import io.attestore.events.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Calls the database's function that writes a batch under the log's lock: all of it, or nothing if the log has moved.
 * On a connection with autocommit the call is the whole transaction, in one round trip.
 */
public final class AppendFunction {

    /**
     * Parameters: the head's position and hash; ids, types, versions, microseconds, tags (as array literals), metadata,
     * payloads, hashes; tags, their positions; ids of destroyed keys; ids of new keys, the keys.
     */
    private static final String CALL = "select event_log_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AppendFunction() {}

    /**
     * Appends rows that follow the head.
     *
     * @param destroyed key rows to remove, before others are added
     * @param put key rows to add
     * @return whether all is written; if not, the newest event of the log is another one, and nothing is written
     */
    public static boolean call(
            Connection connection,
            LogHead head,
            List<LogRow> rows,
            Collection<String> destroyed,
            Map<String, Bytes> put)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CALL)) {
            statement.setLong(1, head.position());
            statement.setBytes(2, head.hash());
            setEvents(connection, statement, rows);
            setTags(connection, statement, rows);
            statement.setArray(13, connection.createArrayOf("text", destroyed.toArray()));
            statement.setArray(14, connection.createArrayOf("text", put.keySet().toArray()));
            byte[][] wrapped = put.values().stream().map(Bytes::toArray).toArray(byte[][]::new);
            statement.setArray(15, connection.createArrayOf("bytea", wrapped));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void setEvents(Connection connection, PreparedStatement statement, List<LogRow> rows)
            throws SQLException {
        int count = rows.size();
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
            ids[i] = content.eventId().toString();
            types[i] = content.type();
            versions[i] = content.version();
            micros[i] = content.occurredAtMicros();
            tags[i] = literal(content.tags());
            metadata[i] = content.metadata();
            payloads[i] = content.payload();
            hashes[i] = row.hash();
        }
        statement.setArray(3, connection.createArrayOf("text", ids));
        statement.setArray(4, connection.createArrayOf("text", types));
        statement.setArray(5, connection.createArrayOf("text", versions));
        statement.setArray(6, connection.createArrayOf("int8", micros));
        statement.setArray(7, connection.createArrayOf("text", tags));
        statement.setArray(8, connection.createArrayOf("bytea", metadata));
        statement.setArray(9, connection.createArrayOf("bytea", payloads));
        statement.setArray(10, connection.createArrayOf("bytea", hashes));
    }

    private static void setTags(Connection connection, PreparedStatement statement, List<LogRow> rows)
            throws SQLException {
        List<String> tags = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (LogRow row : rows) {
            for (String tag : row.content().tags()) {
                tags.add(tag);
                positions.add(row.position());
            }
        }
        statement.setArray(11, connection.createArrayOf("text", tags.toArray()));
        statement.setArray(12, connection.createArrayOf("int8", positions.toArray()));
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
