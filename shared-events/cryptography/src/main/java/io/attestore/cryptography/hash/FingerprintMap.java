package io.attestore.cryptography.hash;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Numbers by texts, of which only 64 bits are kept: 12 bytes an entry, 15 to 20 with the room between them, however long
 * the texts are. Two texts of ten million share their bits once in four hundred thousand maps; nobody can choose such
 * texts who does not know the hash's key. For one thread.
 */
public final class FingerprintMap {

    private static final int PARTS_BITS = 8;

    private final SipHash hash;
    private final Part[] parts = new Part[1 << PARTS_BITS];
    private long size;

    public FingerprintMap(SipHash hash) {
        this.hash = hash;
        Arrays.setAll(parts, part -> new Part());
    }

    /** Uses all entries, in no order. */
    @FunctionalInterface
    public interface Visitor {

        void visit(long fingerprint, int number);
    }

    /** What stands for the text here; never 0. */
    public long fingerprint(String text) {
        long bits = hash.of(text);
        return bits == 0 ? 1 : bits;
    }

    public OptionalInt get(String text) {
        long fingerprint = fingerprint(text);
        Part part = part(fingerprint);
        int slot = part.slot(fingerprint);
        return part.fingerprints[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(part.numbers[slot]);
    }

    public boolean contains(String text) {
        return get(text).isPresent();
    }

    /** In the place of the number before, if there is one; answers whether there was none. */
    public boolean put(String text, int number) {
        long fingerprint = fingerprint(text);
        boolean added = part(fingerprint).put(fingerprint, number);
        size += added ? 1 : 0;
        return added;
    }

    /** Answers whether it was there. */
    public boolean remove(String text) {
        long fingerprint = fingerprint(text);
        boolean removed = part(fingerprint).remove(fingerprint);
        size -= removed ? 1 : 0;
        return removed;
    }

    public long size() {
        return size;
    }

    public void forEach(Visitor visitor) {
        for (Part part : parts) {
            for (int slot = 0; slot < part.fingerprints.length; slot++) {
                if (part.fingerprints[slot] != 0) {
                    visitor.visit(part.fingerprints[slot], part.numbers[slot]);
                }
            }
        }
    }

    private Part part(long fingerprint) {
        return parts[(int) (fingerprint >>> (Long.SIZE - PARTS_BITS))];
    }

    /** Open addressing with linear probing. Each part grows for itself, so that little is held twice meanwhile. */
    private static final class Part {

        private static final int ROOM_MIN = 16;

        private long[] fingerprints = new long[ROOM_MIN];
        private int[] numbers = new int[ROOM_MIN];
        private int used;

        /** Where the fingerprint is, or would be. */
        int slot(long fingerprint) {
            int slot = home(fingerprint);
            while (fingerprints[slot] != 0 && fingerprints[slot] != fingerprint) {
                slot = next(slot);
            }
            return slot;
        }

        boolean put(long fingerprint, int number) {
            int slot = slot(fingerprint);
            boolean added = fingerprints[slot] == 0;
            if (added && used >= fingerprints.length * 4 / 5) {
                grow();
                slot = slot(fingerprint);
            }
            fingerprints[slot] = fingerprint;
            numbers[slot] = number;
            used += added ? 1 : 0;
            return added;
        }

        /** Moves up what was pushed on by what goes, so that no gap ends a search too early. */
        boolean remove(long fingerprint) {
            int gap = slot(fingerprint);
            if (fingerprints[gap] == 0) {
                return false;
            }
            for (int slot = next(gap); fingerprints[slot] != 0; slot = next(slot)) {
                int home = home(fingerprints[slot]);
                boolean between = gap <= slot ? gap < home && home <= slot : gap < home || home <= slot;
                if (!between) {
                    fingerprints[gap] = fingerprints[slot];
                    numbers[gap] = numbers[slot];
                    gap = slot;
                }
            }
            fingerprints[gap] = 0;
            used--;
            return true;
        }

        private void grow() {
            long[] before = fingerprints;
            int[] numbersBefore = numbers;
            int room = before.length + before.length / 3 + 1;
            fingerprints = new long[room];
            numbers = new int[room];
            for (int i = 0; i < before.length; i++) {
                if (before[i] != 0) {
                    int slot = slot(before[i]);
                    fingerprints[slot] = before[i];
                    numbers[slot] = numbersBefore[i];
                }
            }
        }

        private int home(long fingerprint) {
            return (int) Math.unsignedMultiplyHigh(fingerprint << PARTS_BITS, fingerprints.length);
        }

        private int next(int slot) {
            return slot + 1 == fingerprints.length ? 0 : slot + 1;
        }
    }
}
