package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the projection's row says of the index. A stranger may have written it: it is believed only as far as the runs
 * bear it out.
 *
 * @param position the newest position that is indexed; -1 for none
 * @param mappingVersion of the records that it was built from
 * @param generation tells this index from those before it
 */
record IndexState(long position, int mappingVersion, long generation) {

    /** For an index whose row is gone. */
    static final IndexState NONE = new IndexState(-1, 0, -1);

    private static final String READ =
            "select position, mapping_version, generation from trail_projection where name = 'trail'";

    /** Empty if there is no row. */
    static Optional<IndexState> read(JdbcTemplate jdbc) {
        return read(jdbc, READ);
    }

    /** Takes the row for this transaction; empty if another has it, or if there is none. */
    static Optional<IndexState> take(JdbcTemplate jdbc) {
        return read(jdbc, READ + " for update skip locked");
    }

    /** Waits until the row can be taken; empty if there is none. */
    static Optional<IndexState> awaitAndTake(JdbcTemplate jdbc) {
        return read(jdbc, READ + " for update");
    }

    /** Whether its records are those of this version. */
    boolean isCurrent() {
        return mappingVersion == CloudTrailRecords.MAPPING_VERSION;
    }

    private static Optional<IndexState> read(JdbcTemplate jdbc, String sql) {
        return jdbc.query(sql, (row, _) -> new IndexState(row.getLong(1), row.getInt(2), row.getLong(3))).stream()
                .findFirst();
    }
}
