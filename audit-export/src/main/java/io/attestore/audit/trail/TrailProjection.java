package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.trail.TrailRows.Row;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the index of the trail along the log. One transaction takes the projection's row, writes a batch and the new
 * position: rows are written once, whoever projects and however often it is interrupted. Of several nodes one works
 * while the others find the row taken. For one thread at a time.
 *
 * <p>These transactions do not wait for the disk: position and rows are lost together or not at all, and what is lost
 * is projected again from the log.
 *
 * <p>No event can stop it: a call that cannot be mapped, or whose rows the database refuses for what is in them, is noted
 * and passed over. Any other failure ends the step, to be tried again.
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

    private record MappedCall(long position, int events, List<Row> rows) {}

    private static final Logger LOG = LoggerFactory.getLogger(TrailProjection.class);

    private static final String TAKE =
            "select position, mapping_version from trail_projection where name = 'trail' for update skip locked";
    private static final String MOVE = "update trail_projection set position = ? where name = 'trail'";
    private static final String EMPTY = "truncate trail_record, trail_record_resource, trail_unmapped";
    private static final String RESTART =
            "update trail_projection set position = -1, mapping_version = ? where name = 'trail'";

    /**
     * Data exception, integrity constraint violation, program limit exceeded: what is written is at fault.
     *
     * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL: Error codes</a>
     */
    private static final Set<String> REFUSED_CONTENT = Set.of("22", "23", "54");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final LoggedCalls calls;
    private final TrailRows rows;

    TrailProjection(DataSource dataSource, LogReader log, TrailSettings settings) {
        this.jdbc = new JdbcTemplate(dataSource);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.calls = new LoggedCalls(log, settings.batchEvents());
        this.rows = new TrailRows(jdbc, settings.dictionaryEntriesMax());
    }

    /** One batch. */
    Step step() {
        List<Runnable> afterwards = new ArrayList<>();
        Step step = transaction.execute(_ -> stepInTransaction(afterwards));
        afterwards.forEach(Runnable::run);
        return step;
    }

    private Step stepInTransaction(List<Runnable> afterwards) {
        jdbc.execute("set local synchronous_commit = off");
        Optional<Projected> taken = jdbc.query(TAKE, (row, _) -> new Projected(row.getLong(1), row.getInt(2))).stream()
                .findFirst();
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
        afterwards.addAll(write(map(batch)));
        jdbc.update(MOVE, batch.through());
        return new Step.Moved(batch.through());
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
        return number("select position from trail_projection where name = 'trail'");
    }

    /** How many calls could not be mapped or written. */
    long unmappedCalls() {
        return number("select count(*) from trail_unmapped");
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    /** All calls at once, or each by itself if one of them is refused. What it returns is for after the transaction. */
    private List<Runnable> write(List<MappedCall> mapped) {
        try {
            return List.of(writeToSavepoint(
                    mapped.stream().flatMap(call -> call.rows().stream()).toList()));
        } catch (RuntimeException e) {
            if (!isForContent(e)) {
                throw e;
            }
            return writeEach(mapped);
        }
    }

    private List<Runnable> writeEach(List<MappedCall> mapped) {
        List<Runnable> afterwards = new ArrayList<>();
        for (MappedCall call : mapped) {
            try {
                afterwards.add(writeToSavepoint(call.rows()));
            } catch (RuntimeException e) {
                if (!isForContent(e)) {
                    throw e;
                }
                noteUnmapped(call.position(), call.events(), e);
            }
        }
        return afterwards;
    }

    private Runnable writeToSavepoint(List<Row> written) {
        return savepoint.execute(_ -> rows.write(written));
    }

    /** Whether a write failed for what was written, and would fail again; not for the state of the database. */
    private static boolean isForContent(RuntimeException failure) {
        return switch (failure) {
            case DataAccessException e ->
                e.getMostSpecificCause() instanceof SQLException cause
                        && cause.getSQLState() != null
                        && cause.getSQLState().length() == 5
                        && REFUSED_CONTENT.contains(cause.getSQLState().substring(0, 2));
            case TransactionException _ -> false;
            default -> true;
        };
    }

    private List<MappedCall> map(LoggedCalls.Batch batch) {
        List<MappedCall> mapped = new ArrayList<>();
        for (List<RecordedEvent> call : batch.calls()) {
            long position = call.getFirst().position();
            try {
                mapped.add(new MappedCall(position, call.size(), rowsOf(position, call)));
            } catch (RuntimeException e) {
                noteUnmapped(position, call.size(), e);
            }
        }
        return mapped;
    }

    private static List<Row> rowsOf(long position, List<RecordedEvent> call) {
        List<Row> mapped = new ArrayList<>();
        List<CloudTrailRecord> records = CloudTrailRecords.of(call);
        for (int ordinal = 0; ordinal < records.size(); ordinal++) {
            CloudTrailRecord record = records.get(ordinal);
            mapped.add(new Row(new TrailPlace(record.eventTime(), position, ordinal), call.size(), record));
        }
        return mapped;
    }

    /** One event that nobody can read must not hide all that follow it; it stays counted until it can be read. */
    private void noteUnmapped(long position, int events, RuntimeException reason) {
        LOG.error("The call at position {} of the log cannot be indexed and is missing in searches", position, reason);
        jdbc.update(
                "insert into trail_unmapped (position, events, reason) values (?, ?, ?)",
                position,
                events,
                reason.getClass().getName());
    }
}
