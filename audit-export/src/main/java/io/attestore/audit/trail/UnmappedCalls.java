package io.attestore.audit.trail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The calls that could not be mapped to records, each with its reason. Safe for many threads. */
final class UnmappedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(UnmappedCalls.class);

    private static final String NOTE =
            // 1 position, 2 events, 3 reason
            "insert into trail_unmapped (position, events, reason) values (?, ?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;

    UnmappedCalls(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One event that nobody can read must not hide all that follow it; it stays counted until it can be read. */
    void note(long position, int events, RuntimeException reason) {
        LOG.error("The call at position {} of the log cannot be mapped and is missing in searches", position, reason);
        jdbc.update(NOTE, position, events, reason.getClass().getName());
    }

    long count() {
        Long count = jdbc.queryForObject("select count(*) from trail_unmapped", Long.class);
        return count == null ? 0 : count;
    }
}
