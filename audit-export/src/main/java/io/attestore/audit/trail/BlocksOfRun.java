package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockCursor;
import io.attestore.audit.trail.posting.BlockPlace;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * All blocks of a genuine run in order, read some at a time in the current transaction: each as it was written, and none
 * left out, or {@link DamagedIndexException}. For one thread.
 */
final class BlocksOfRun implements Iterator<Block> {

    private static final int BLOCKS_PER_READ = 64;

    private final TrailRuns table;
    private final TrailSeal seal;
    private final SealedRun run;
    private final Queue<SealedBlock> read = new ArrayDeque<>();
    private BlockCursor cursor;
    private BlockPlace expected;

    BlocksOfRun(TrailRuns table, TrailSeal seal, SealedRun run) {
        this.table = table;
        this.seal = seal;
        this.run = run;
        this.cursor = BlockCursor.beginning(run.id());
        this.expected = run.start();
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && !expected.equals(BlockPlace.END)) {
            read.addAll(table.above(cursor, BLOCKS_PER_READ));
            if (read.isEmpty()) {
                throw missing();
            }
        }
        return !read.isEmpty();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SealedBlock next = read.remove();
        if (!next.place().equals(expected)) {
            throw missing();
        }
        if (!seal.isGenuine(run.nonce(), next)) {
            throw new DamagedIndexException("a block of run " + run.id() + " is not as it was written");
        }
        expected = next.next();
        cursor = BlockCursor.at(cursor.runId(), next.block());
        return next.block();
    }

    private DamagedIndexException missing() {
        return new DamagedIndexException("a block of run " + run.id() + " is missing, or one too many");
    }
}
