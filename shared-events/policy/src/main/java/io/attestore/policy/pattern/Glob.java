package io.attestore.policy.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with wildcards: {@code *} stands for any characters or none, {@code ?} for exactly one. Case matters. The pattern
 * is cut at its stars; each piece is sought once, from left to right, so no pattern makes a match slow. Immutable.
 */
public final class Glob {

    /** Stands for the wildcard {@code *} in a marked text, in which a literal star is a star. */
    static final char MANY = '\uFFFF';

    /** Stands for the wildcard {@code ?} in a marked text. */
    static final char ONE = '\uFFFE';

    private final Piece first;
    private final Piece[] middle;
    private final Piece last;
    private final boolean isFixed;
    private final int lengthMin;

    private Glob(List<Piece> pieces) {
        first = pieces.getFirst();
        last = pieces.getLast();
        isFixed = pieces.size() == 1;
        middle = isFixed
                ? new Piece[0]
                : pieces.subList(1, pieces.size() - 1).stream()
                        .filter(piece -> piece.length() > 0)
                        .toArray(Piece[]::new);
        lengthMin = pieces.stream().mapToInt(Piece::length).sum();
    }

    public static Glob of(String pattern) {
        return ofMarked(mark(pattern));
    }

    static Glob ofMarked(String marked) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int star = marked.indexOf(MANY); star >= 0; star = marked.indexOf(MANY, from)) {
            pieces.add(Piece.of(marked.substring(from, star)));
            from = star + 1;
        }
        pieces.add(Piece.of(marked.substring(from)));
        return new Glob(pieces);
    }

    /** The text with its wildcards as marks. */
    static String mark(String text) {
        return text.replace('*', MANY).replace('?', ONE);
    }

    static boolean hasMarks(String text) {
        return text.indexOf(MANY) >= 0 || text.indexOf(ONE) >= 0;
    }

    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether the pattern matches the part of the text from one index up to another. */
    public boolean matches(String text, int from, int to) {
        if (isFixed) {
            return to - from == lengthMin && first.standsAt(text, from);
        }
        if (to - from < lengthMin || !first.standsAt(text, from) || !last.standsAt(text, to - last.length())) {
            return false;
        }
        int end = to - last.length();
        int at = from + first.length();
        for (Piece piece : middle) {
            int found = piece.find(text, at, end);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
