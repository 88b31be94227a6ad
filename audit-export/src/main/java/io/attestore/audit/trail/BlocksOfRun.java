package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockCursor;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** All blocks of a run in order, read some at a time in the current transaction. For one thread. */
final class BlocksOfRun implements Iterator<Block> {

    private static final int BLOCKS_PER_READ = 64;

    private final TrailRuns runs;
    private final Queue<Block> read = new ArrayDeque<>();
    private BlockCursor cursor;
    private boolean atEnd;

    BlocksOfRun(TrailRuns runs, long runId) {
        this.runs = runs;
        this.cursor = BlockCursor.beginning(runId);
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && !atEnd) {
            read.addAll(runs.above(cursor, BLOCKS_PER_READ));
            atEnd = read.size() < BLOCKS_PER_READ;
        }
        return !read.isEmpty();
    }

    @Override
    public Block next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Block next = read.remove();
        cursor = BlockCursor.at(cursor.runId(), next);
        return next;
    }
}
