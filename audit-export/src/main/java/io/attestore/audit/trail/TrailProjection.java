package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.trail.TrailIndex.IndexedCall;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the index of the trail along the log. One transaction takes the projection's row, writes a batch and the new
 * position: what is written is written once, whoever projects and however often it is interrupted. Of several nodes one works
 * while the others find the row taken. For one thread at a time.
 *
 * <p>These transactions do not wait for the disk: position and rows are lost together or not at all, and what is lost
 * is projected again from the log.
 *
 * <p>No event can stop it: a call that cannot be mapped is noted and passed over, and nothing that callers wrote comes into
 * the database, only numbers. Any other failure ends the step, to be tried again.
 */
final class TrailProjection {

    /** How a step ended, and where the index stands as far as this node knows. */
    sealed interface Step {

        long position();

        /** A batch was written. */
        record Moved(long position) implements Step {}

        /** There was nothing to write. */
        record Level(long position) implements Step {}

        /** Another node is at work, or one with a newer mapping has taken over. */
        record Taken(long position) implements Step {}
    }

    private record Projected(long position, int mappingVersion) {}

    private static final String TAKE =
            "select position, mapping_version from trail_projection where name = 'trail' for update skip locked";
    private static final String MOVE = "update trail_projection set position = ? where name = 'trail'";
    private static final String EMPTY = "truncate trail_block, trail_run, trail_unmapped";
    private static final String RESTART =
            "update trail_projection set position = -1, mapping_version = ? where name = 'trail'";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LoggedCalls calls;
    private final TrailIndex index;
    private final UnmappedCalls unmapped;

    TrailProjection(DataSource dataSource, LogReader log, TrailSettings settings) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.calls = new LoggedCalls(log, settings.batchEvents());
        this.index = new TrailIndex(jdbc);
        this.unmapped = new UnmappedCalls(jdbc);
    }

    /** One batch; then, in a transaction of its own, the merge of runs that it made due. */
    Step step() {
        Step step = transaction.execute(_ -> stepInTransaction());
        if (step instanceof Step.Moved) {
            transaction.executeWithoutResult(_ -> mergeInTransaction());
        }
        return step;
    }

    private Step stepInTransaction() {
        Optional<Projected> taken = take();
        if (taken.isEmpty() || taken.get().mappingVersion() > CloudTrailRecords.MAPPING_VERSION) {
            return new Step.Taken(position());
        }
        if (taken.get().mappingVersion() < CloudTrailRecords.MAPPING_VERSION) {
            restart();
            return new Step.Moved(-1);
        }
        LoggedCalls.Batch batch = calls.read(taken.get().position() + 1);
        if (batch.isEmpty()) {
            return new Step.Level(taken.get().position());
        }
        index.add(map(batch));
        jdbc.update(MOVE, batch.through());
        return new Step.Moved(batch.through());
    }

    /** Nothing, if another node has taken over. */
    private void mergeInTransaction() {
        if (take().map(Projected::mappingVersion).equals(Optional.of(CloudTrailRecords.MAPPING_VERSION))) {
            index.merge();
        }
    }

    private Optional<Projected> take() {
        jdbc.execute("set local synchronous_commit = off");
        return jdbc.query(TAKE, (row, _) -> new Projected(row.getLong(1), row.getInt(2))).stream()
                .findFirst();
    }

    /** Empties the index, so that it is built anew. Waits for a node that is at work, and for searches to end. */
    void rebuild() {
        transaction.executeWithoutResult(_ -> {
            jdbc.query("select 1 from trail_projection where name = 'trail' for update", row -> {});
            restart();
        });
    }

    private void restart() {
        jdbc.execute(EMPTY);
        jdbc.update(RESTART, CloudTrailRecords.MAPPING_VERSION);
    }

    /** The newest position that is indexed. */
    long position() {
        Long position = jdbc.queryForObject("select position from trail_projection where name = 'trail'", Long.class);
        return position == null ? -1 : position;
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
