package io.attestore.proof.torture.linearizability;

import java.util.Locale;

/**
 * A call with the interval in which it took effect. A call whose outcome is not known has no end: it may take effect at
 * any time after it was sent, or never.
 *
 * @param invokedNanos when it was sent
 * @param answeredNanos when its answer was there, on the same monotonic clock; {@link #NEVER} if none came
 */
public record TimedCall<C>(C call, long invokedNanos, long answeredNanos) {

    public static final long NEVER = Long.MAX_VALUE;

    public TimedCall {
        if (answeredNanos < invokedNanos) {
            throw new IllegalArgumentException("Answered before it was sent: " + call);
        }
    }

    /** A call of which nobody knows whether it took effect. */
    public static <C> TimedCall<C> unknown(C call, long invokedNanos) {
        return new TimedCall<>(call, invokedNanos, NEVER);
    }

    public boolean isKnown() {
        return answeredNanos != NEVER;
    }

    /** One line, in milliseconds. */
    @Override
    public String toString() {
        return isKnown()
                ? String.format(Locale.ROOT, "[%.3f, %.3f] %s", invokedNanos / 1e6, answeredNanos / 1e6, call)
                : String.format(Locale.ROOT, "[%.3f, never] %s", invokedNanos / 1e6, call);
    }
}
