package io.attestore.server.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the key table in short statements: a long one would keep destroyed rows on the disk. Safe for many threads. */
final class KeyRowTable {

    private static final int WRAPPED_BYTES_MAX = 1 << 16;

    private static final String IDS_AFTER = "select id from key_row where id > ? order by id limit ?";

    private static final String FIND = """
            select id, case when octet_length(wrapped) <= %d then wrapped else '' end
            from key_row where id = any(?)""".formatted(WRAPPED_BYTES_MAX);

    private final JdbcTemplate jdbc;

    KeyRowTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next ids in the database's order; the first ones after the empty text. */
    List<String> idsAfter(String id, int limit) {
        return jdbc.queryForList(IDS_AFTER, String.class, id, limit);
    }

    /** Those of the rows that are there. */
    Map<String, byte[]> find(Collection<String> ids) {
        Map<String, byte[]> found = new HashMap<>();
        jdbc.query(
                FIND,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids.toArray())),
                row -> {
                    found.put(row.getString(1), row.getBytes(2));
                });
        return found;
    }
}
