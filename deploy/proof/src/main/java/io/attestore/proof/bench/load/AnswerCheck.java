package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * What every answer must hold: a text, a number of times. An answer without it would be cheap and wrong. Looks first where
 * the text stood last time, so that checking all answers costs next to nothing. Not for sharing between threads.
 */
public final class AnswerCheck {

    private final byte[] wanted;
    private final int times;
    private int lastAt;

    private AnswerCheck(byte[] wanted, int times) {
        this.wanted = wanted;
        this.times = times;
    }

    public static AnswerCheck holds(String text) {
        return holds(text, 1);
    }

    public static AnswerCheck holds(String text, int times) {
        return new AnswerCheck(text.getBytes(UTF_8), times);
    }

    /** Whether the bytes hold it. */
    boolean accepts(byte[] bytes, int from, int to) {
        if (times == 1 && isAt(bytes, from + lastAt, to)) {
            return true;
        }
        int found = 0;
        for (int at = from; found < times && at <= to - wanted.length; at++) {
            if (bytes[at] == wanted[0] && isAt(bytes, at, to)) {
                found++;
                lastAt = at - from;
                at += wanted.length - 1;
            }
        }
        return found == times;
    }

    private boolean isAt(byte[] bytes, int at, int to) {
        return at + wanted.length <= to && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
