package io.attestore.command.ssm.parameter.putparameter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * About how large a regular expression becomes once its counted repetitions are written out: a few nested ones make
 * millions of a short text. Errs on the large side.
 */
final class PatternSize {

    private static final long SIZE_MAX = 5_000;

    /** A token: an escape, a quotation, a class of characters, a counted repetition, or any one character. */
    private static final Pattern TOKEN = Pattern.compile("""
            \\\\Q(?<quoted>.*?)(?:\\\\E|$)\
            |\\\\[pPx]\\{[^}]*\\}|\\\\.\
            |\\[\\^?\\]?(?:\\\\.|\\[:\\^?\\w+:\\]|[^\\]\\\\])*+\\]\
            |\\{(?<least>\\d{1,9})(?:,(?<most>\\d{1,9})?)?\\}\
            |.""", Pattern.DOTALL);

    private final Deque<Long> outer = new ArrayDeque<>();
    private long level;
    private long last;

    private PatternSize() {}

    static boolean isBounded(String regularExpression) {
        return of(regularExpression) <= SIZE_MAX;
    }

    /** The size; of a pattern that is not bounded, something beyond the bound. */
    static long of(String regularExpression) {
        PatternSize size = new PatternSize();
        Matcher tokens = TOKEN.matcher(regularExpression);
        while (tokens.find() && size.level <= SIZE_MAX) {
            size.read(tokens);
        }
        return size.outer.stream().mapToLong(Long::longValue).sum() + size.level;
    }

    private void read(MatchResult token) {
        if (token.group("least") != null) {
            repeat(times(token));
        } else if (token.group().equals("(")) {
            outer.push(level);
            level = 0;
            last = 0;
        } else if (token.group().equals(")")) {
            last = level + 2;
            level = last + (outer.isEmpty() ? 0 : outer.pop());
        } else {
            last = token.group("quoted") == null ? 1 : token.group().length();
            level += last;
        }
    }

    private void repeat(long times) {
        long grown = last * Math.max(times, 1);
        level += grown - last;
        last = grown;
    }

    private static long times(MatchResult token) {
        String most = token.group("most");
        return Long.parseLong(most == null ? token.group("least") : most);
    }
}
