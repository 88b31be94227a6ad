package io.attestore.policy.pattern;

import java.util.Arrays;

/**
 * A text in which {@code *} stands for any characters, also none, and {@code ?} for one. Immutable.
 *
 * <p>Matching takes at most as many steps as the product of the two lengths, and usually as many as the text has
 * characters.
 */
final class Wildcard {

    static final int ANY = -1;
    static final int ONE = -2;

    private final int[] tokens;

    /** @param tokens characters, {@link #ANY} or {@link #ONE} */
    Wildcard(int[] tokens) {
        this.tokens = tokens.clone();
    }

    static Wildcard of(String pattern) {
        return new Wildcard(pattern.chars().map(Wildcard::token).toArray());
    }

    static int token(int character) {
        return switch (character) {
            case '*' -> ANY;
            case '?' -> ONE;
            default -> character;
        };
    }

    boolean matchesAnything() {
        return tokens.length == 1 && tokens[0] == ANY;
    }

    /** Goes back to the last {@code *} alone: what an earlier one could take, the last one can take, too. */
    boolean matches(String text) {
        int at = 0;
        int token = 0;
        int lastAny = -1;
        int taken = 0;
        while (at < text.length()) {
            if (token < tokens.length && tokens[token] == ANY) {
                lastAny = token++;
                taken = at;
            } else if (token < tokens.length && (tokens[token] == ONE || tokens[token] == text.charAt(at))) {
                token++;
                at++;
            } else if (lastAny >= 0) {
                token = lastAny + 1;
                at = ++taken;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANY) {
            token++;
        }
        return token == tokens.length;
    }

    @Override
    public String toString() {
        return "Wildcard" + Arrays.toString(tokens);
    }
}
