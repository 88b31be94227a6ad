package io.attestore.eventlog.verification;

import io.attestore.eventlog.anchor.LogAnchor;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.table.AnchorRows;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * The anchors beyond a position, those of the file and the signed copies in the database, met one after the other as
 * the log is read.
 */
final class AnchorCheck {

    private static final String NOT_IN_THE_FILE =
            " (by an anchor in the database; the anchor file has it not: it was cut or replaced, or is another node's)";

    private record Expected(LogAnchor anchor, boolean inFile) {

        long position() {
            return anchor.head().position();
        }

        String origin() {
            return inFile ? "" : NOT_IN_THE_FILE;
        }
    }

    private final Queue<Expected> expected = new PriorityQueue<>(Comparator.comparingLong(Expected::position));
    private long found;

    private AnchorCheck() {}

    /** To be called before the head is read, or anchors may be met that are newer than it. */
    static AnchorCheck after(long position, Optional<LogAnchors> anchors, Connection connection) throws SQLException {
        AnchorCheck check = new AnchorCheck();
        if (anchors.isEmpty()) {
            return check;
        }
        LogAnchors file = anchors.get();
        Set<LogAnchor> known = new HashSet<>();
        file.forEach(anchor -> {
            if (anchor.head().position() > position && known.add(anchor)) {
                check.expected.add(new Expected(anchor, true));
            }
        });
        for (AnchorRows.Copy copy : AnchorRows.after(connection, position)) {
            LogAnchor anchor = new LogAnchor(copy.head(), copy.at(), copy.mac());
            if (file.isSigned(anchor) && known.add(anchor)) {
                check.expected.add(new Expected(anchor, false));
            }
        }
        return check;
    }

    /** What an anchor has to say against this being the head at its position. */
    Optional<Broken> contradiction(LogHead head) {
        while (!expected.isEmpty() && expected.peek().position() == head.position()) {
            Expected met = expected.remove();
            if (!met.anchor().head().equals(head)) {
                return Optional.of(new Broken(
                        head.position(),
                        "An anchor says otherwise: the chain was recomputed up to here or before" + met.origin()));
            }
            found++;
        }
        return Optional.empty();
    }

    /** What the first anchor that was not met has to say against this being the end. */
    Optional<Broken> contradictionAtEnd(LogHead end) {
        return Optional.ofNullable(expected.peek())
                .map(beyond -> new Broken(
                        end.position() + 1,
                        "The log ends here, but position " + beyond.position() + " was anchored at "
                                + beyond.anchor().at() + beyond.origin()));
    }

    long found() {
        return found;
    }
}
