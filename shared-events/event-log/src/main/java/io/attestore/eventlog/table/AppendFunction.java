package io.attestore.eventlog.table;

import io.attestore.events.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Calls the database's function that writes a batch under the log's lock: all of it, or nothing if the log has moved.
 * What the function says is not believed alone: the last row is read back from the table, behind it in the same round
 * trip. On a connection with autocommit both are one transaction, which PostgreSQL ends at the driver's Sync (manual,
 * 54.2.3 "Extended Query", 54.2.2.1).
 */
public final class AppendFunction {

    /**
     * Parameters: the head's position and hash; ids, types, versions, microseconds, tags (as array literals), metadata,
     * payloads, hashes, MACs; tags, their positions; ids of destroyed keys; ids of new keys, the keys. Then the positions
     * of the first row and the last.
     */
    private static final String CALL = "select event_log_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);"
            + " select mac from event_log where position between ? and ? order by position";

    /** What became of the rows. */
    public enum Outcome {
        /** All is written. */
        WRITTEN,
        /** Nothing is written: the newest event of the log is another one. */
        OVERTAKEN,
        /** The function says that all is written, and it is not there. */
        NOT_THERE
    }

    private AppendFunction() {}

    /**
     * Appends rows that follow the head.
     *
     * @param destroyed key rows to remove, before others are added
     * @param put key rows to add
     */
    public static Outcome call(
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
            statement.setArray(14, connection.createArrayOf("text", destroyed.toArray()));
            statement.setArray(15, connection.createArrayOf("text", put.keySet().toArray()));
            byte[][] wrapped = put.values().stream().map(Bytes::toArray).toArray(byte[][]::new);
            statement.setArray(16, connection.createArrayOf("bytea", wrapped));
            statement.setLong(17, rows.getFirst().position());
            statement.setLong(18, rows.getLast().position());
            statement.execute();
            return outcome(statement, rows);
        }
    }

    private static Outcome outcome(PreparedStatement statement, List<LogRow> rows) throws SQLException {
        try (ResultSet said = statement.getResultSet()) {
            if (!said.next() || !said.getBoolean(1)) {
                return Outcome.OVERTAKEN;
            }
        }
        statement.getMoreResults();
        try (ResultSet found = statement.getResultSet()) {
            for (LogRow row : rows) {
                if (!found.next() || !Arrays.equals(found.getBytes(1), row.mac())) {
                    return Outcome.NOT_THERE;
                }
            }
            return Outcome.WRITTEN;
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
        byte[][] macs = new byte[count][];
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
            macs[i] = row.mac();
        }
        statement.setArray(3, connection.createArrayOf("text", ids));
        statement.setArray(4, connection.createArrayOf("text", types));
        statement.setArray(5, connection.createArrayOf("text", versions));
        statement.setArray(6, connection.createArrayOf("int8", micros));
        statement.setArray(7, connection.createArrayOf("text", tags));
        statement.setArray(8, connection.createArrayOf("bytea", metadata));
        statement.setArray(9, connection.createArrayOf("bytea", payloads));
        statement.setArray(10, connection.createArrayOf("bytea", hashes));
        statement.setArray(11, connection.createArrayOf("bytea", macs));
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
        statement.setArray(12, connection.createArrayOf("text", tags.toArray()));
        statement.setArray(13, connection.createArrayOf("int8", positions.toArray()));
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
