package io.attestore.events.id;

/**
 * Some of the ASCII characters. What identifiers are checked with: a look into a table per character, where a regular
 * expression would cost more than the rest of reading a request. Immutable.
 */
public final class CharacterSet {

    /** The digits 0 to 9. */
    public static final CharacterSet DIGITS = ofRange('0', '9');

    /** Hexadecimal digits, letters in lower case. */
    public static final CharacterSet HEX = DIGITS.withRange('a', 'f');

    /** Letters of both cases, digits and the underscore. */
    public static final CharacterSet WORD =
            DIGITS.withRange('a', 'z').withRange('A', 'Z').with("_");

    private static final int ASCII = 128;

    private final boolean[] members;

    private CharacterSet(boolean[] members) {
        this.members = members;
    }

    /** The characters from the first to the last, both included. */
    public static CharacterSet ofRange(char first, char last) {
        return new CharacterSet(new boolean[ASCII]).withRange(first, last);
    }

    public CharacterSet withRange(char first, char last) {
        boolean[] more = members.clone();
        for (char member = first; member <= last; member++) {
            more[member] = true;
        }
        return new CharacterSet(more);
    }

    public CharacterSet with(String characters) {
        boolean[] more = members.clone();
        for (int i = 0; i < characters.length(); i++) {
            more[characters.charAt(i)] = true;
        }
        return new CharacterSet(more);
    }

    public boolean contains(char character) {
        return character < ASCII && members[character];
    }

    /** Whether the text has nothing but characters of this set, and so many of them. */
    public boolean hasAllOf(String text, int lengthMin, int lengthMax) {
        return text.length() >= lengthMin && text.length() <= lengthMax && hasAllBetween(text, 0, text.length());
    }

    /** Whether the part of the text from one index up to another has nothing but characters of this set. */
    public boolean hasAllBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!contains(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
