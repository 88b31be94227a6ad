package io.attestore.eventlog;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.seal.SealRefusedException;
import io.attestore.eventlog.seal.SealState;
import io.attestore.eventlog.table.AppendFunction;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogLock;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.eventlog.table.MacRows;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.events.log.LogSealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals a log that was there before there were MACs, once, before anything of it is believed.
 *
 * <ol>
 *   <li>Its head is noted beside the new keys, outside the database: what comes in afterwards is not sealed.
 *   <li>The whole chain up to that head is verified, with the anchors.
 *   <li>Each row gets its MAC, a page at a time; only pages that are what was verified.
 *   <li>{@link LogSealed} is appended, with its MAC.
 *   <li>That the log is sealed is noted outside the database.
 * </ol>
 *
 * <p>After a crash it goes on with the second step, until the event is there. Only one server does it at a time, and
 * none serves before the last step.
 */
final class LogSealer {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogSealer.class);
    private static final long CLAIM_PAUSE_MILLIS = 200;
    private static final long POSITIONS_PER_LINE = 100_000;

    private final DataSource dataSource;
    private final EventEncoding encoding;
    private final LogSeal seal;
    private final Optional<LogAnchors> anchors;
    private final Clock clock;

    LogSealer(DataSource dataSource, EventEncoding encoding, LogSeal seal, Optional<LogAnchors> anchors, Clock clock) {
        this.dataSource = dataSource;
        this.encoding = encoding;
        this.seal = seal;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Returns when every row of the log carries its MAC, and that is noted. */
    void seal() throws SQLException {
        if (seal.state() instanceof SealState.Sealed) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, 0); // it may take as long as it takes
            claim(connection);
            try {
                switch (seal.state()) {
                    case SealState.Unsealed unsealed -> begin(connection);
                    case SealState.Sealing sealing -> finish(connection, sealing.through());
                    case SealState.Sealed sealed -> {}
                }
            } finally {
                MacRows.release(connection);
            }
        }
    }

    private static void claim(Connection connection) throws SQLException {
        while (!MacRows.claim(connection)) {
            try {
                Thread.sleep(CLAIM_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SealRefusedException("Interrupted while another server seals the log");
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        LogHead head = LogLock.take(connection, 0);
        connection.rollback();
        connection.setAutoCommit(true);
        if (hasMac(connection, 0) || hasMac(connection, head.position())) {
            throw new SealRefusedException("The events of this log carry MACs, but their keys are not in this server's"
                    + " directory of keys. Servers on one database share that directory, and a copy of it belongs to"
                    + " every backup");
        }
        seal.begin(head);
        finish(connection, head);
    }

    private static boolean hasMac(Connection connection, long position) throws SQLException {
        return LogRows.page(connection, position, position, 1).stream().anyMatch(row -> row.mac().length > 0);
    }

    private void finish(Connection connection, LogHead through) throws SQLException {
        long last = LogRows.lastPosition(connection);
        if (last > through.position() + 1 || last < through.position()) {
            throw new BrokenLogException("The log ends at position " + last + ", but sealing it began when it ended at "
                    + through.position());
        }
        if (last == through.position() + 1) {
            requireSealedEvent(connection, last);
        } else if (through.position() >= 0) {
            fill(connection, verified(through));
            append(connection, through);
            LOGGER.info("The log is sealed up to position {}", through.position());
        }
        seal.complete();
    }

    /** It is the last that is written: whoever could give it its MAC had given the others theirs. */
    private void requireSealedEvent(Connection connection, long position) throws SQLException {
        LogRow row = LogRows.page(connection, position, position, 1).getFirst();
        if (!seal.macs().forOneThread().isOf(row, HashChain.content(row.content()))) {
            throw new BrokenLogException(
                    "While the log was being sealed, something else wrote the event at position " + position);
        }
    }

    /** The ends of the pages of a log that is whole, the last of which is this head. */
    private List<LogHead> verified(LogHead through) throws SQLException {
        LOGGER.info("Verifying {} events before they are sealed; this happens once", through.position() + 1);
        List<LogHead> ends = new ArrayList<>();
        VerificationResult result = new LogVerification(dataSource, anchors, Optional.empty())
                .verify(
                        LogVerification.BEGINNING,
                        end -> {
                            tell("Verified", ends.isEmpty() ? LogHead.EMPTY : ends.getLast(), end);
                            ends.add(end);
                        },
                        () -> false);
        if (result instanceof VerificationResult.Broken broken) {
            throw new BrokenLogException(
                    "The log cannot be sealed: it is broken at position " + broken.position() + ": " + broken.reason());
        }
        if (ends.isEmpty() || !ends.getLast().equals(through)) {
            throw new BrokenLogException(
                    "The log cannot be sealed: its head is not the one that it had when sealing it began");
        }
        return ends;
    }

    private void fill(Connection connection, List<LogHead> ends) throws SQLException {
        RowMac mac = seal.macs().forOneThread();
        LogHead known = LogHead.EMPTY;
        for (LogHead end : ends) {
            List<LogRow> missing = new ArrayList<>();
            LogHead next = known;
            for (LogRow row : LogRows.page(connection, known.position() + 1, end.position(), Integer.MAX_VALUE)) {
                byte[] content = HashChain.content(row.content());
                if (!HashChain.follows(next, row, content)) {
                    throw new BrokenLogException(
                            "The log changes while it is being sealed, at position " + row.position());
                }
                next = LogHead.of(row);
                byte[] right = mac.of(row.position(), content, row.hash());
                if (row.mac().length == 0) {
                    missing.add(new LogRow(row.position(), row.content(), row.hash(), right));
                } else if (!Arrays.equals(right, row.mac())) {
                    throw new SealRefusedException("The event at position " + row.position()
                            + " carries a MAC under other keys than those in this server's directory of keys");
                }
            }
            if (!next.equals(end)) {
                throw new BrokenLogException("The log changes while it is being sealed, at position " + end.position());
            }
            MacRows.fill(connection, missing);
            tell("Sealed", known, end);
            known = end;
        }
    }

    private void append(Connection connection, LogHead through) throws SQLException {
        RowMac mac = seal.macs().forOneThread();
        EncodedEvent event = encoding.encode(new LogSealed(through.position(), anchoredThrough()), clock.instant());
        AppendFunction.Outcome outcome =
                AppendFunction.call(connection, through, List.of(event.after(through, mac)), List.of(), Map.of());
        if (outcome != AppendFunction.Outcome.WRITTEN) {
            throw new BrokenLogException("The log could not be sealed: something else has written to it");
        }
    }

    private Optional<Long> anchoredThrough() {
        return anchors.flatMap(LogAnchors::newest).map(anchor -> anchor.head().position());
    }

    private static void tell(String what, LogHead before, LogHead end) {
        if (end.position() / POSITIONS_PER_LINE > Math.max(0, before.position()) / POSITIONS_PER_LINE) {
            LOGGER.info("{} up to position {}", what, end.position());
        }
    }
}
