package io.attestore.policy.pattern;

import java.util.Map;
import java.util.TreeMap;

/**
 * Finds a piece in one pass over a text: bit i of the state says that the piece's first i + 1 characters end here. Each
 * character of the text costs as many steps as the piece has words of 64 characters.
 *
 * @see <a href="https://doi.org/10.1145/135239.135243">Baeza-Yates, Gonnet: A New Approach to Text Searching</a>
 */
final class ShiftAnd {

    private final int length;
    private final int words;
    private final Map<Character, long[]> places;
    private final long[] anyPlaces;

    private ShiftAnd(int length, Map<Character, long[]> places, long[] anyPlaces) {
        this.length = length;
        this.words = anyPlaces.length;
        this.places = places;
        this.anyPlaces = anyPlaces;
    }

    static ShiftAnd of(String marked) {
        int words = (marked.length() + Long.SIZE - 1) / Long.SIZE;
        long[] any = new long[words];
        for (int i = 0; i < marked.length(); i++) {
            if (marked.charAt(i) == Glob.ONE) {
                set(any, i);
            }
        }
        Map<Character, long[]> places = new TreeMap<>();
        for (int i = 0; i < marked.length(); i++) {
            if (marked.charAt(i) != Glob.ONE) {
                set(places.computeIfAbsent(marked.charAt(i), each -> any.clone()), i);
            }
        }
        return new ShiftAnd(marked.length(), places, any);
    }

    private static void set(long[] bits, int index) {
        bits[index / Long.SIZE] |= 1L << (index % Long.SIZE);
    }

    int find(String text, int from, int to) {
        long[] state = new long[words];
        int lastWord = (length - 1) / Long.SIZE;
        long lastBit = 1L << ((length - 1) % Long.SIZE);
        for (int index = from; index < to; index++) {
            step(state, places.getOrDefault(text.charAt(index), anyPlaces));
            if ((state[lastWord] & lastBit) != 0) {
                return index + 1 - length;
            }
        }
        return -1;
    }

    private static void step(long[] state, long[] mask) {
        long carry = 1;
        for (int word = 0; word < state.length; word++) {
            long next = state[word] >>> (Long.SIZE - 1);
            state[word] = (state[word] << 1 | carry) & mask[word];
            carry = next;
        }
    }
}
