package io.attestore.eventlog.verification;

import io.attestore.eventlog.anchor.LogAnchor;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** The anchors beyond a position, met one after the other as the log is read. */
final class AnchorCheck {

    private final Queue<LogAnchor> expected =
            new PriorityQueue<>(Comparator.comparingLong(anchor -> anchor.head().position()));
    private long found;

    AnchorCheck(Optional<LogAnchors> anchors, long after) {
        anchors.ifPresent(file -> file.forEach(anchor -> {
            if (anchor.head().position() > after) {
                expected.add(anchor);
            }
        }));
    }

    /** Whether no anchor speaks against this being the head at its position. */
    boolean stands(LogHead head) {
        while (!expected.isEmpty() && expected.peek().head().position() == head.position()) {
            if (!expected.remove().head().equals(head)) {
                return false;
            }
            found++;
        }
        return true;
    }

    /** Whether the checkpoint from which to go on is not in the log. */
    Optional<Broken> missing(LogHead checkpoint, LogHead inLog) {
        return checkpoint.position() < 0 || inLog.equals(checkpoint)
                ? Optional.empty()
                : Optional.of(new Broken(checkpoint.position(), "The log does not contain the checkpoint"));
    }

    /** The first anchor that was not met. */
    Optional<LogAnchor> next() {
        return Optional.ofNullable(expected.peek());
    }

    long found() {
        return found;
    }
}
