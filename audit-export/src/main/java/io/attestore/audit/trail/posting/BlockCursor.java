package io.attestore.audit.trail.posting;

/** A place between the blocks of a run, by the order of {@code firstKey, latest, firstPosition}. */
public record BlockCursor(long runId, long key, long latest, long position) {

    /** Before all blocks of a run. */
    public static BlockCursor beginning(long runId) {
        return new BlockCursor(runId, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /** Just at this block of the run: what is below is older, what is above comes later in the run. */
    public static BlockCursor at(long runId, Block block) {
        return new BlockCursor(runId, block.firstKey(), block.latest(), block.firstPosition());
    }

    public BlockPlace place() {
        return new BlockPlace(key, latest, position);
    }
}
