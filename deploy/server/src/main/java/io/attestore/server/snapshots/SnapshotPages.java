package io.attestore.server.snapshots;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads all stored states, some at a time. */
final class SnapshotPages {

    private static final String PAGE = """
            select type, key, fold_version, position,
                   case when octet_length(bytes) <= %d then bytes end,
                   case when octet_length(mac) <= 64 then mac end
            from state_snapshot where (type, key) > (?, ?) order by type, key limit ?""".formatted(SnapshotRows.BYTES_MAX);

    private final JdbcTemplate jdbc;

    SnapshotPages(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** A row as it is there: nothing has been checked. */
    record Stored(
            String type, String key, int foldVersion, long position, byte @Nullable [] bytes, byte @Nullable [] mac) {}

    boolean areThere() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select to_regclass('state_snapshot') is not null", Boolean.class));
    }

    List<Stored> after(Optional<Stored> last, int limit) {
        return jdbc.query(
                PAGE,
                (row, _) -> new Stored(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getBytes(5),
                        row.getBytes(6)),
                last.map(Stored::type).orElse(""),
                last.map(Stored::key).orElse(""),
                limit);
    }
}
