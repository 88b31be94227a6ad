package io.attestore.policy.pattern;

/** What stands between two stars of a {@link Glob}: characters, some of which may be any. Immutable. */
sealed interface Piece {

    /** Up to this length a piece is tried at one place after the other. */
    int SHORT = 16;

    int length();

    boolean standsAt(String text, int index);

    /** The first index at which the piece stands whole between one index and another, or -1. */
    int find(String text, int from, int to);

    static Piece of(String marked) {
        if (marked.length() > SHORT) {
            return new Sought(marked, ShiftAnd.of(marked));
        }
        return marked.indexOf(Glob.ONE) < 0 ? new Literal(marked) : new Gapped(marked);
    }

    /** A short piece without wildcards. */
    record Literal(String characters) implements Piece {

        @Override
        public int length() {
            return characters.length();
        }

        @Override
        public boolean standsAt(String text, int index) {
            return text.startsWith(characters, index);
        }

        @Override
        public int find(String text, int from, int to) {
            return text.indexOf(characters, from, to);
        }
    }

    /** A short piece with characters that may be any. */
    record Gapped(String marked) implements Piece {

        @Override
        public int length() {
            return marked.length();
        }

        @Override
        public boolean standsAt(String text, int index) {
            return standsIn(marked, text, index);
        }

        @Override
        public int find(String text, int from, int to) {
            for (int index = from; index + marked.length() <= to; index++) {
                if (standsIn(marked, text, index)) {
                    return index;
                }
            }
            return -1;
        }
    }

    /** A long piece, sought by an automaton, since trying it at each place could take the product of both lengths. */
    record Sought(String marked, ShiftAnd automaton) implements Piece {

        @Override
        public int length() {
            return marked.length();
        }

        @Override
        public boolean standsAt(String text, int index) {
            return standsIn(marked, text, index);
        }

        @Override
        public int find(String text, int from, int to) {
            return automaton.find(text, from, to);
        }
    }

    private static boolean standsIn(String marked, String text, int index) {
        if (index + marked.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < marked.length(); i++) {
            char expected = marked.charAt(i);
            if (expected != Glob.ONE && expected != text.charAt(index + i)) {
                return false;
            }
        }
        return true;
    }
}
