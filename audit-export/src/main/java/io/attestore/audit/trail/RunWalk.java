package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockCursor;
import io.attestore.audit.trail.posting.CorruptBlockException;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck.Pace;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the whole index, run by run in the order of the log, in short statements: beside a server that adds runs and
 * makes several into one. A run is never changed and goes together with its blocks, so one that is still there after
 * it was read was read whole; if it is gone, those that it became part of are read instead.
 */
final class RunWalk {

    private static final int BLOCKS_PER_READ = 64;

    /** Runs that are gone again before they are read, in a row; small ones live for a second. */
    private static final int ATTEMPTS_MAX = 1_000;

    /** Parameter: a position. */
    private static final String NEXT = """
            select run_id, first_position, last_position, earliest, latest, disorder_millis, bytes
            from trail_run where last_position > ? order by last_position, first_position limit 1""";

    private static final String OVERLAPPING = """
            select count(*) from (
                select first_position, lag(last_position) over (order by first_position, last_position) as before
                from trail_run) r
            where r.first_position <= r.before""";

    private final JdbcTemplate jdbc;
    private final TrailRuns runs;

    RunWalk(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.runs = new TrailRuns(jdbc);
    }

    boolean areThere() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass('trail_run') is not null", Boolean.class));
    }

    long position() {
        return number("select position from trail_projection where name = 'trail'");
    }

    int mappingVersion() {
        return (int) number("select mapping_version from trail_projection where name = 'trail'");
    }

    private long number(String sql) {
        return jdbc.queryForList(sql, Long.class).stream().findFirst().orElse(-1L);
    }

    /**
     * Sums up the postings up to a position, and tells what is wrong with runs by themselves.
     *
     * @return how many there are
     */
    long readAll(long through, PostingSums sums, Findings findings, Pace pace) throws InterruptedException {
        long known = -1;
        long postings = 0;
        int attempts = 0;
        Optional<PostingRun> next = next(known);
        while (next.isPresent() && known < through && attempts < ATTEMPTS_MAX) {
            PostingRun run = next.get();
            RunReading reading = new RunReading(run, known, through, sums);
            String wrong = read(run, reading, pace);
            if (isThere(run)) {
                if (!wrong.isEmpty()) {
                    findings.add("Run " + run.id() + " of the trail's index, of the positions "
                            + run.span().firstPosition() + " to " + run.span().lastPosition() + ", " + wrong);
                }
                sums.addAll(reading.sums());
                postings += reading.count();
                known = run.span().lastPosition();
                attempts = 0;
            } else {
                attempts++;
            }
            next = next(known);
        }
        if (number(OVERLAPPING) > 0) {
            findings.add("Runs of the trail's index overlap: one of them was never written");
        }
        return postings;
    }

    /** Answers what is wrong with it; nothing if nothing is. */
    private String read(PostingRun run, RunReading reading, Pace pace) throws InterruptedException {
        try {
            BlockCursor cursor = BlockCursor.beginning(run.id());
            List<Block> blocks = above(cursor);
            while (!blocks.isEmpty()) {
                long before = reading.count();
                blocks.forEach(reading::take);
                pace.read((int) ((reading.count() - before) / RunReading.POSTINGS_PER_EVENT));
                cursor = BlockCursor.at(run.id(), blocks.getLast());
                blocks = above(cursor);
            }
            return reading.end();
        } catch (CorruptBlockException | IllegalArgumentException | ArithmeticException corrupt) {
            return "holds bytes that were never written there";
        }
    }

    private List<Block> above(BlockCursor cursor) {
        return runs.above(cursor, BLOCKS_PER_READ).stream()
                .map(SealedBlock::block)
                .toList();
    }

    private Optional<PostingRun> next(long after) {
        return jdbc
                .query(
                        NEXT,
                        (row, _) -> new PostingRun(
                                row.getLong(1),
                                new Span(
                                        row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)),
                                row.getLong(7)),
                        after)
                .stream()
                .findFirst();
    }

    private boolean isThere(PostingRun run) {
        return !jdbc.queryForList("select 1 from trail_run where run_id = ?", Integer.class, run.id())
                .isEmpty();
    }
}
