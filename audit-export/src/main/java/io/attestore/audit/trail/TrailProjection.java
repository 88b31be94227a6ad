package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.trail.TrailIndex.IndexedCall;
import io.attestore.audit.trail.posting.CorruptBlockException;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the index of the trail along the log. One transaction takes the projection's row, writes a batch and the new
 * position: what is written is written once, whoever projects and however often it is interrupted. Of several nodes one works
 * while the others find the row taken. For one thread at a time.
 *
 * <p>Before anything is added, what is there already must be whole: nothing is built on a damaged index.
 *
 * <p>These transactions do not wait for the disk: position and rows are lost together or not at all, and what is lost
 * is projected again from the log.
 *
 * <p>No event can stop it: a call that cannot be mapped is noted and passed over, and nothing that callers wrote comes into
 * the database, only numbers. Any other failure ends the step, to be tried again.
 */
final class TrailProjection {

    /** How a step ended. */
    sealed interface Step {

        /** A batch was written. */
        record Moved(IndexState state) implements Step {}

        /** There was nothing to write. */
        record Level(IndexState state) implements Step {}

        /** Another node is at work, or one with a newer mapping has taken over. */
        record Taken(IndexState state) implements Step {}

        /** The index is whole, but further than the log of this node. */
        record Ahead(IndexState state) implements Step {}

        /** The index is not what was written; nothing was done. */
        record Damaged(IndexState state, String reason) implements Step {}

        /** Where the index stands as far as this node knows. */
        IndexState state();
    }

    private static final String MOVE = "update trail_projection set position = ? where name = 'trail'";
    private static final String EMPTY = "truncate trail_block, trail_run, trail_unmapped";
    private static final String RESTART =
            // 1 mapping version
            """
            insert into trail_projection (name, position, mapping_version, generation)
            values ('trail', -1, ?, nextval('trail_run_number'))
            on conflict (name) do update
            set position = -1, mapping_version = excluded.mapping_version, generation = excluded.generation
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LogReader log;
    private final LoggedCalls calls;
    private final TrailIndex index;
    private final RunCheck check;
    private final UnmappedCalls unmapped;

    TrailProjection(DataSource dataSource, LogReader log, TrailSettings settings, TrailSeal seal) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.log = log;
        this.calls = new LoggedCalls(log, settings.batchEvents());
        this.index = new TrailIndex(jdbc, seal);
        this.check = new RunCheck(seal, log);
        this.unmapped = new UnmappedCalls(jdbc);
    }

    /** One batch; then, in a transaction of its own, the merge of runs that it made due. */
    Step step() {
        Step step = inTransaction(this::project);
        return step instanceof Step.Moved ? inTransaction(state -> merge(state, step)) : step;
    }

    private interface Work {

        Step on(IndexState taken);
    }

    /** Whatever is found damaged, nothing of the transaction stays. */
    private Step inTransaction(Work work) {
        return transaction.execute(status -> {
            jdbc.execute("set local synchronous_commit = off");
            Optional<IndexState> taken = IndexState.take(jdbc);
            if (taken.isEmpty()) {
                return IndexState.read(jdbc)
                        .<Step>map(Step.Taken::new)
                        .orElseGet(() -> new Step.Damaged(IndexState.NONE, "its row is gone"));
            }
            return onWhole(taken.get(), work, status);
        });
    }

    private static Step onWhole(IndexState taken, Work work, TransactionStatus status) {
        try {
            return work.on(taken);
        } catch (DamagedIndexException | CorruptBlockException e) {
            status.setRollbackOnly();
            return new Step.Damaged(taken, String.valueOf(e.getMessage()));
        }
    }

    private Step project(IndexState taken) {
        if (taken.mappingVersion() > CloudTrailRecords.MAPPING_VERSION) {
            return new Step.Taken(taken);
        }
        if (!taken.isCurrent()) {
            return new Step.Moved(restart());
        }
        List<SealedRun> runs = index.runs();
        check.requireWhole(taken.position(), runs);
        if (taken.position() > log.head()) {
            return new Step.Ahead(taken);
        }
        check.requireOfThisLog(runs);
        LoggedCalls.Batch batch = calls.read(taken.position() + 1);
        if (batch.isEmpty()) {
            return new Step.Level(taken);
        }
        index.add(taken.position() + 1, batch.calls().getLast().getLast(), map(batch));
        jdbc.update(MOVE, batch.through());
        return new Step.Moved(new IndexState(batch.through(), taken.mappingVersion(), taken.generation()));
    }

    /** Nothing, if another node has taken over. */
    private Step merge(IndexState taken, Step moved) {
        if (taken.isCurrent()) {
            List<SealedRun> runs = index.runs();
            check.requireWhole(taken.position(), runs);
            index.merge(runs);
        }
        return moved;
    }

    /** Empties the index, so that it is built anew. Waits for a node that is at work, and for searches to end. */
    void rebuild() {
        transaction.executeWithoutResult(_ -> {
            IndexState.awaitAndTake(jdbc);
            restart();
        });
    }

    /** The same, unless it has been done already. */
    void rebuild(IndexState damaged) {
        transaction.executeWithoutResult(_ -> {
            IndexState found = IndexState.awaitAndTake(jdbc).orElse(IndexState.NONE);
            if (found.generation() == damaged.generation()) {
                restart();
            }
        });
    }

    private IndexState restart() {
        jdbc.execute(EMPTY);
        jdbc.update(RESTART, CloudTrailRecords.MAPPING_VERSION);
        return IndexState.read(jdbc).orElse(IndexState.NONE);
    }

    /** Where the index says that it stands. */
    IndexState state() {
        return IndexState.read(jdbc).orElse(IndexState.NONE);
    }

    /** How many calls could not be mapped. */
    long unmappedCalls() {
        return unmapped.count();
    }

    private List<IndexedCall> map(LoggedCalls.Batch batch) {
        List<IndexedCall> mapped = new ArrayList<>();
        for (List<RecordedEvent> call : batch.calls()) {
            long position = call.getFirst().position();
            try {
                List<RecordFacts> records = CloudTrailRecords.factsOf(call);
                if (!records.isEmpty()) {
                    long millis = records.getFirst().eventTime().toEpochMilli();
                    mapped.add(new IndexedCall(new Posting(position, call.size(), millis), records));
                }
            } catch (RuntimeException e) {
                unmapped.note(position, call.size(), e);
            }
        }
        return mapped;
    }
}
