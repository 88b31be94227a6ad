package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.CorruptBlockException;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.log.LogReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches the index, of which everything that an answer rests on must be as it was written: otherwise it counts as
 * empty, is reported, and the log answers. Safe for many threads.
 */
final class IndexSearch {

    /** PostgreSQL's SQLSTATE of a statement that a timeout ended. */
    private static final String QUERY_CANCELED = "57014";

    /** One round trip, where setting the isolation through the connection would take four. Parameter: milliseconds. */
    private static final String BEGIN = """
            set transaction isolation level repeatable read;
            set local statement_timeout = %d;
            lock table trail_block, trail_run in access share mode
            """;

    private final TrailSettings settings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final TrailIndex index;
    private final RunCheck check;
    private final LogHead head;
    private final TrailDamage damage;

    IndexSearch(DataSource dataSource, LogReader log, TrailSettings settings, TrailSeal seal, TrailDamage damage) {
        this.settings = settings;
        this.jdbc = new JdbcTemplate(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.index = new TrailIndex(jdbc, seal);
        this.check = new RunCheck(seal, log);
        this.head = new LogHead(log, settings);
        this.damage = damage;
    }

    /**
     * What an index knows.
     *
     * @param through the newest position that it covers
     * @param calls the newest that may match; if they are as many as were asked for, there may be older ones
     */
    record Indexed(long through, List<Posting> calls) {

        static final Indexed NOTHING = new Indexed(-1, List.of());
    }

    /**
     * Answers when the log of this node has come as far as the index.
     *
     * @throws TrailTimeoutException if the database takes too long
     */
    Indexed search(TrailQuery query, int limit) {
        Found found = inTime(query, limit);
        return found.damage().map(reason -> damaged(reason, found.state())).orElseGet(() -> ofThisLog(found));
    }

    /** What a snapshot held: the answer and the runs that it rests on, or what is damaged. */
    private record Found(IndexState state, List<SealedRun> runs, List<Posting> calls, Optional<String> damage) {

        static Found damaged(IndexState state, String reason) {
            return new Found(state, List.of(), List.of(), Optional.of(reason));
        }
    }

    private Found inTime(TrailQuery query, int limit) {
        try {
            return snapshot.execute(_ -> inSnapshot(query, limit));
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && QUERY_CANCELED.equals(cause.getSQLState())) {
                throw new TrailTimeoutException(settings.searchTimeout(), e);
            }
            throw e;
        }
    }

    /**
     * The lock is taken before the snapshot: a rebuild, whose truncation no snapshot would hide, waits for us. An index
     * of another mapping counts as empty.
     */
    private Found inSnapshot(TrailQuery query, int limit) {
        jdbc.execute(BEGIN.formatted(settings.searchTimeout().toMillis()));
        Optional<IndexState> state = IndexState.read(jdbc);
        if (state.isEmpty()) {
            return Found.damaged(IndexState.NONE, "its row is gone");
        }
        if (!state.get().isCurrent()) {
            return new Found(IndexState.NONE, List.of(), List.of(), Optional.empty());
        }
        try {
            List<SealedRun> runs = index.runs();
            check.requireWhole(state.get().position(), runs);
            return new Found(state.get(), runs, index.search(runs, query, limit), Optional.empty());
        } catch (DamagedIndexException | CorruptBlockException e) {
            return Found.damaged(state.get(), String.valueOf(e.getMessage()));
        }
    }

    private Indexed ofThisLog(Found found) {
        head.await(found.state().position());
        try {
            check.requireOfThisLog(found.runs());
            return new Indexed(found.state().position(), found.calls());
        } catch (DamagedIndexException e) {
            return damaged(String.valueOf(e.getMessage()), found.state());
        }
    }

    private Indexed damaged(String reason, IndexState state) {
        damage.report(reason, state, head.position());
        return Indexed.NOTHING;
    }
}
