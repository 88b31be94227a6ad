package io.attestore.proof.bench.store;

import io.attestore.postgres.ConnectionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * Bytes in the database's files, by what they are for.
 *
 * @param bytes of each part
 * @param wal bytes of write-ahead log written since the database was made; they are reused, not kept
 */
public record DiskUse(Map<Part, Long> bytes, long wal) {

    /** What tables and indexes are for. */
    public enum Part {
        LOG_TABLE("the log's table"),
        LOG_INDEXES("the log's indexes"),
        TRAIL_TABLES("the trail's tables"),
        TRAIL_INDEXES("the trail's indexes"),
        OTHER("all else");

        private final String text;

        Part(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Tables with what is stored aside for them, indexes under the name of their table. */
    private static final String SIZES = """
            select coalesce(i.indrelid::regclass, c.oid::regclass)::text, c.relkind = 'i',
                   case c.relkind when 'i' then pg_relation_size(c.oid) else pg_table_size(c.oid) end
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
            left join pg_index i on i.indexrelid = c.oid
            where c.relkind in ('r', 'i')
            """;

    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

    static DiskUse of(ConnectionSettings database) throws SQLException {
        Map<Part, Long> bytes = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            bytes.put(part, 0L);
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(SIZES)) {
                while (row.next()) {
                    bytes.merge(part(row.getString(1), row.getBoolean(2)), row.getLong(3), Long::sum);
                }
            }
            try (ResultSet row = statement.executeQuery(WAL)) {
                row.next();
                return new DiskUse(bytes, row.getLong(1));
            }
        }
    }

    static Part part(String table, boolean index) {
        if (table.startsWith("event_")) {
            return index ? Part.LOG_INDEXES : Part.LOG_TABLE;
        }
        if (table.startsWith("trail_")) {
            return index ? Part.TRAIL_INDEXES : Part.TRAIL_TABLES;
        }
        return Part.OTHER;
    }

    /** All parts together, without the write-ahead log. */
    public long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    public DiskUse since(DiskUse earlier) {
        Map<Part, Long> grown = new EnumMap<>(bytes);
        earlier.bytes.forEach((part, before) -> grown.merge(part, -before, Long::sum));
        return new DiskUse(grown, wal - earlier.wal);
    }
}
