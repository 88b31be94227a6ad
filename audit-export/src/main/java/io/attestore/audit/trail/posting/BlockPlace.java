package io.attestore.audit.trail.posting;

import java.util.Comparator;

/** Where a block begins in the order of its run: by key, then latest time, then position. */
public record BlockPlace(long key, long latest, long position) implements Comparable<BlockPlace> {

    /** After all blocks. */
    public static final BlockPlace END = new BlockPlace(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    private static final Comparator<BlockPlace> ORDER = Comparator.comparingLong(BlockPlace::key)
            .thenComparingLong(BlockPlace::latest)
            .thenComparingLong(BlockPlace::position);

    public static BlockPlace of(Block block) {
        return new BlockPlace(block.firstKey(), block.latest(), block.firstPosition());
    }

    @Override
    public int compareTo(BlockPlace other) {
        return ORDER.compare(this, other);
    }
}
