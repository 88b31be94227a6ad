package io.attestore.eventlog.verification;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.eventlog.table.TagRows;
import io.attestore.eventlog.table.UnreadableRowException;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import io.attestore.eventlog.verification.VerificationResult.Intact;
import io.attestore.eventlog.verification.VerificationResult.Stopped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * Re-reads the log from a checkpoint to its head and proves that it is what was written: positions without a gap, each
 * hash the hash of the row and of its predecessor's, each MAC this store's, each tag in the index and no other, each
 * anchor in its place.
 * Reads pages in order of position in short transactions, so it can run beside a working log for hours; only the look
 * for what the index has too much is one long statement at the end.
 *
 * <p>Anchors are those of the file and the copies in the database that are signed by the same key. One that is in the
 * database only counts as much: it is believed where it speaks against the log. What cannot be seen: that the newest
 * lines were cut from the file and the newest copies from the table, together with the newest events, or with these
 * rewritten. A copy of the file where nobody can write, or a second reader of the newest anchor, shows that.
 *
 * <p>A checkpoint is worth as much as the place where it was kept: resume from one that the database's owner could not
 * write.
 */
public final class LogVerification {

    /** Where to begin a verification of everything. */
    public static final LogHead BEGINNING = LogHead.EMPTY;

    private static final int PAGE_ROWS = 2_000;

    private final DataSource dataSource;
    private final Optional<LogAnchors> anchors;
    private final Optional<RowMacs> macs;

    /**
     * @param anchors the file of anchors, which may be missing on disk: the key is needed to believe the copies in the
     *     database. Empty if there is no key: a chain that was recomputed as a whole is not noticed then
     * @param macs empty if there is no key: whose servers wrote the events cannot be told then
     */
    public LogVerification(DataSource dataSource, Optional<LogAnchors> anchors, Optional<RowMacs> macs) {
        this.dataSource = dataSource;
        this.anchors = anchors;
        this.macs = macs;
    }

    /** Whoever goes along with a verification. */
    public interface Reader {

        /** The next rows, of which is known that they are what was written. */
        default void rows(List<LogRow> rows) {}

        /** After each page, how far the log is known to be whole. */
        void progress(LogHead whole);

        /** Asked between pages. */
        boolean isStopped();

        /** Whether to look, in one long statement at the end, for what the index of tags has too much. */
        default boolean wholeIndex() {
            return true;
        }

        /** How many rows to read at a time. */
        default int pageRows() {
            return PAGE_ROWS;
        }
    }

    /**
     * Verifies what is after the checkpoint.
     *
     * @param checkpoint {@link #BEGINNING}, or one that this method has given to {@code progress}
     * @param progress is told, page by page, how far the log is known to be whole
     * @param stop asked between pages
     */
    public VerificationResult verify(LogHead checkpoint, Consumer<LogHead> progress, BooleanSupplier stop)
            throws SQLException {
        return verify(checkpoint, new Reader() {
            @Override
            public void progress(LogHead whole) {
                progress.accept(whole);
            }

            @Override
            public boolean isStopped() {
                return stop.getAsBoolean();
            }
        });
    }

    /** Verifies what is after the checkpoint, with somebody who reads along. */
    public VerificationResult verify(LogHead checkpoint, Reader reader) throws SQLException {
        try {
            return verifyReadable(checkpoint, reader);
        } catch (UnreadableRowException e) {
            return new Broken(e.position(), "This event cannot be read: the log never writes such a row");
        }
    }

    private VerificationResult verifyReadable(LogHead checkpoint, Reader reader) throws SQLException {
        LogHead known = checkpoint;
        AnchorCheck expected;
        Optional<RowMac> mac = macs.map(RowMacs::forOneThread);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, 0); // it may take as long as it takes
            expected = AnchorCheck.after(checkpoint.position(), anchors, connection);
            long end = LogRows.lastPosition(connection);
            if (checkpoint.position() >= 0
                    && !LogRows.hashAt(connection, checkpoint.position()).equals(checkpoint)) {
                return new Broken(checkpoint.position(), "The log does not contain the checkpoint");
            }
            while (known.position() < end) {
                if (reader.isStopped()) {
                    return new Stopped(known);
                }
                List<LogRow> page = page(connection, known.position() + 1, end, reader.pageRows());
                Optional<Broken> broken = follow(known, page, expected, mac);
                if (broken.isEmpty()) {
                    broken = TagRows.firstMissing(connection, page)
                            .map(position -> new Broken(position, "A tag of this event is not in the index"));
                }
                if (broken.isPresent()) {
                    return broken.get();
                }
                reader.rows(page);
                known = LogHead.of(page.getLast());
                reader.progress(known);
            }
            Optional<Long> superfluous = reader.wholeIndex()
                    ? TagRows.firstSuperfluous(connection, checkpoint.position())
                    : Optional.empty();
            if (superfluous.isPresent()) {
                return new Broken(
                        superfluous.get(), "The index names this position under a tag that no event there has");
            }
        }
        Optional<Broken> beyond = expected.contradictionAtEnd(known);
        return beyond.isPresent() ? beyond.get() : new Intact(known.position() + 1, known.hex(), expected.found());
    }

    /** The next rows, or those before the first that cannot be read: they are verified before it is reported. */
    private static List<LogRow> page(Connection connection, long from, long end, int rows) throws SQLException {
        try {
            return LogRows.matching(connection, EventCriteria.havingAnyTag(), from, end, rows)
                    .rows();
        } catch (UnreadableRowException e) {
            if (e.position() <= from) {
                throw e;
            }
            return LogRows.matching(connection, EventCriteria.havingAnyTag(), from, e.position() - 1, rows)
                    .rows();
        }
    }

    private static Optional<Broken> follow(
            LogHead before, List<LogRow> page, AnchorCheck expected, Optional<RowMac> mac) {
        LogHead known = before;
        for (LogRow row : page) {
            long position = known.position() + 1;
            if (row.position() != position) {
                return Optional.of(new Broken(position, "This position is missing"));
            }
            byte[] content = HashChain.content(row.content());
            if (!HashChain.follows(known, row, content)) {
                return Optional.of(
                        new Broken(position, "The hash does not follow: this event was changed, moved or replaced"));
            }
            if (mac.isPresent() && !mac.get().isOf(row, content)) {
                return Optional.of(new Broken(
                        position,
                        "The MAC is not this store's: this event was changed, or none of its servers wrote it"));
            }
            known = LogHead.of(row);
            Optional<Broken> contradiction = expected.contradiction(known);
            if (contradiction.isPresent()) {
                return contradiction;
            }
        }
        return page.isEmpty()
                ? Optional.of(new Broken(before.position() + 1, "This position is missing"))
                : Optional.empty();
    }
}
