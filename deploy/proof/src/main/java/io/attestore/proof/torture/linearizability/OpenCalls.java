package io.attestore.proof.torture.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The instants at which calls were sent and answered, in order, of those calls that have no place yet: a doubly linked
 * list, from which a call is taken and to which the call that was taken last is given back in constant time.
 *
 * <p>Calls are named by their number in the history. Not safe for many threads.
 */
final class OpenCalls {

    /** Before the first instant and after the last. */
    static final int END = 0;

    private static final int NONE = -1;

    private final int[] callAt;
    private final boolean[] isAnswer;
    private final int[] sent;
    private final int[] answered;
    private final int[] next;
    private final int[] previous;

    private record Instant(long nanos, boolean isAnswer, int call) {}

    <C> OpenCalls(List<TimedCall<C>> history) {
        List<Instant> instants = inOrder(history);
        int size = instants.size() + 1;
        callAt = new int[size];
        isAnswer = new boolean[size];
        next = new int[size];
        previous = new int[size];
        sent = new int[history.size()];
        answered = new int[history.size()];
        Arrays.fill(answered, NONE);
        for (int at = 1; at < size; at++) {
            Instant instant = instants.get(at - 1);
            callAt[at] = instant.call;
            isAnswer[at] = instant.isAnswer;
            (instant.isAnswer ? answered : sent)[instant.call] = at;
        }
        for (int at = 0; at < size; at++) {
            next[at] = (at + 1) % size;
            previous[at] = (at + size - 1) % size;
        }
    }

    /** Of two that fall on the same nanosecond the sending comes first: such calls count as concurrent. */
    private static <C> List<Instant> inOrder(List<TimedCall<C>> history) {
        List<Instant> instants = new ArrayList<>();
        for (int call = 0; call < history.size(); call++) {
            TimedCall<C> timed = history.get(call);
            instants.add(new Instant(timed.invokedNanos(), false, call));
            if (timed.isKnown()) {
                instants.add(new Instant(timed.answeredNanos(), true, call));
            }
        }
        instants.sort(Comparator.comparingLong(Instant::nanos).thenComparing(Instant::isAnswer));
        return instants;
    }

    int first() {
        return next[END];
    }

    int after(int instant) {
        return next[instant];
    }

    int callAt(int instant) {
        return callAt[instant];
    }

    /** Whether a call may come next that was sent at this instant: no open call was answered before. */
    boolean isCandidate(int instant) {
        return instant != END && !isAnswer[instant];
    }

    void take(int call) {
        unlink(sent[call]);
        if (answered[call] != NONE) {
            unlink(answered[call]);
        }
    }

    /** Undoes the newest {@link #take} that is not undone, and answers when the call was sent. */
    int giveBack(int call) {
        if (answered[call] != NONE) {
            link(answered[call]);
        }
        link(sent[call]);
        return sent[call];
    }

    private void unlink(int instant) {
        next[previous[instant]] = next[instant];
        previous[next[instant]] = previous[instant];
    }

    private void link(int instant) {
        next[previous[instant]] = instant;
        previous[next[instant]] = instant;
    }
}
