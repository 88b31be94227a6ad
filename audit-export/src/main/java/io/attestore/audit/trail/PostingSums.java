package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Posting;
import io.attestore.cryptography.hash.SipHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For each stretch of the log, how many postings there are and the sum of their hashes: two sets of postings agree in
 * both only if they are the same, in whatever order they come and whoever chose them, since nobody knows the hash's key.
 * For one thread.
 */
final class PostingSums {

    /** Positions that are summed up together. */
    static final int STRETCH = 1 << 12;

    private static final int ROOM = 1 << 10;

    private final SipHash hash;
    private long[] sums = new long[ROOM];
    private long[] counts = new long[ROOM];
    private int stretches;
    private long passedOver;

    PostingSums(SipHash hash) {
        this.hash = hash;
    }

    /** No postings, to be hashed in the same way. */
    PostingSums none() {
        return new PostingSums(hash);
    }

    void add(long list, Posting posting) {
        add(
                Math.toIntExact(posting.position() / STRETCH),
                hash.of(list, posting.position(), posting.events(), posting.millis()),
                1);
    }

    void addAll(PostingSums others) {
        for (int stretch = 0; stretch < others.stretches; stretch++) {
            if (others.counts[stretch] != 0) {
                add(stretch, others.sums[stretch], others.counts[stretch]);
            }
        }
    }

    private void add(int stretch, long sum, long count) {
        if (stretch >= sums.length) {
            int room = Math.max(stretch + 1, sums.length + sums.length / 2);
            sums = Arrays.copyOf(sums, room);
            counts = Arrays.copyOf(counts, room);
        }
        stretches = Math.max(stretches, stretch + 1);
        sums[stretch] += sum;
        counts[stretch] += count;
    }

    /** The first positions of the stretches in which the other has other postings. */
    List<Long> differences(PostingSums other) {
        List<Long> differences = new ArrayList<>();
        for (int stretch = 0; stretch < Math.max(stretches, other.stretches); stretch++) {
            if (sum(stretch) != other.sum(stretch) || countOf(stretch) != other.countOf(stretch)) {
                differences.add((long) stretch * STRETCH);
            }
        }
        return differences;
    }

    /** How many postings there are from this position on, the first of a stretch. */
    long count(long position) {
        return countOf(Math.toIntExact(position / STRETCH));
    }

    void passOver() {
        passedOver++;
    }

    long passedOver() {
        return passedOver;
    }

    private long sum(int stretch) {
        return stretch < stretches ? sums[stretch] : 0;
    }

    private long countOf(int stretch) {
        return stretch < stretches ? counts[stretch] : 0;
    }
}
