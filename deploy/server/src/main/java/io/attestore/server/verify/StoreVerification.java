package io.attestore.server.verify;

import io.attestore.eventlog.codec.UndecodableEventException;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.StoredEvents;
import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck;
import io.attestore.events.log.LogCheck.Pace;
import io.attestore.events.log.RecordedEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The log and all that belongs to it, proved in one reading of the log, which feeds all checks: the chain, then what is
 * kept beside the log or derived from it. A second, short reading of what was appended meanwhile tells what of the
 * differences is younger than the first.
 *
 * <p>Where the database fails, {@link #run} can be called again and goes on where it was. For one thread, once.
 */
public final class StoreVerification {

    private final LogVerification verification;
    private final StoredEvents events;
    private final List<LogCheck> checks;
    private final Pace pace;
    private final Consumer<LogHead> progress;
    private final Findings undecodable = new Findings();
    private final Extent extent;
    private LogHead known = LogVerification.BEGINNING;
    private Stage stage = Stage.BEGIN;
    private int compared;
    private VerificationResult record = new VerificationResult.Stopped(LogVerification.BEGINNING);

    /** How much is read at a time. */
    public enum Extent {
        /** All, in large pieces, with a long look at the index of tags for what it has too much. */
        WHOLE(2_000),
        /** In small pieces. What the index of tags has too much is not looked for: readers leave it out by themselves. */
        BESIDE_OTHER_WORK(500);

        private final int pageRows;

        Extent(int pageRows) {
            this.pageRows = pageRows;
        }
    }

    private enum Stage {
        BEGIN,
        READ,
        COMPARE,
        READ_ON,
        END
    }

    /** @param progress is told how far the log is known to be whole */
    public StoreVerification(
            LogVerification verification,
            StoredEvents events,
            List<LogCheck> checks,
            Extent extent,
            Pace pace,
            Consumer<LogHead> progress) {
        this.verification = verification;
        this.events = events;
        this.checks = List.copyOf(checks);
        this.extent = extent;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * @throws SQLException or a RuntimeException if the database fails: to be called again
     * @throws InterruptedException if the thread was interrupted; to be called again, too
     */
    public VerificationReport run() throws SQLException, InterruptedException {
        if (stage == Stage.BEGIN) {
            checks.forEach(LogCheck::begin);
            stage = Stage.READ;
        }
        if (stage == Stage.READ) {
            record = read(extent == Extent.WHOLE);
            if (record instanceof VerificationResult.Broken) {
                return report(undecodable);
            }
            stage = Stage.COMPARE;
        }
        while (stage == Stage.COMPARE && compared < checks.size()) {
            checks.get(compared).compare(pace);
            compared++;
        }
        if (stage != Stage.END) {
            stage = Stage.READ_ON;
            VerificationResult since = read(false);
            if (since instanceof VerificationResult.Broken) {
                record = since;
                return report(undecodable);
            }
            stage = Stage.END;
        }
        Findings all = new Findings();
        all.addAll(undecodable);
        for (LogCheck check : checks) {
            all.addAll(check.end(pace));
        }
        return report(all);
    }

    private VerificationReport report(Findings findings) {
        return new VerificationReport(record, findings.listed(), findings.count(), findings.notes());
    }

    private VerificationResult read(boolean index) throws SQLException, InterruptedException {
        settle();
        Reading reading = new Reading(index);
        VerificationResult result = verification.verify(known, reading);
        if (result instanceof VerificationResult.Stopped) {
            throw new InterruptedException();
        }
        return result;
    }

    private void settle() {
        checks.forEach(LogCheck::settle);
    }

    private void see(LogRow row) {
        try {
            RecordedEvent event = events.event(row);
            checks.forEach(check -> check.see(event));
        } catch (UndecodableEventException unknown) {
            undecodable.add("The event at position " + row.position()
                    + " is whole, but this version cannot read it: what follows from it was not compared");
        }
    }

    /** Takes what was seen for known before anything is asked that can fail. */
    private final class Reading implements LogVerification.Reader {

        private final boolean index;
        private boolean interrupted;

        Reading(boolean index) {
            this.index = index;
        }

        @Override
        public void rows(List<LogRow> rows) {
            rows.forEach(StoreVerification.this::see);
        }

        @Override
        public void progress(LogHead whole) {
            int rows = Math.toIntExact(whole.position() - known.position());
            known = whole;
            settle();
            progress.accept(whole);
            try {
                pace.read(rows);
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }

        @Override
        public boolean isStopped() {
            return interrupted || Thread.currentThread().isInterrupted();
        }

        @Override
        public boolean wholeIndex() {
            return index;
        }

        @Override
        public int pageRows() {
            return extent.pageRows;
        }
    }
}
