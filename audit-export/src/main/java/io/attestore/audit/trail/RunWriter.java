package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockWriter;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes one run in the current transaction, about a megabyte of blocks a statement. For one thread, once. */
final class RunWriter {

    private static final int BLOCKS_PER_STATEMENT = 256;

    private final TrailRuns runs;
    private final long runId;
    private final List<Block> unwritten = new ArrayList<>();
    private final BlockWriter postings = new BlockWriter(this::take);
    private long bytes;

    RunWriter(TrailRuns runs) {
        this.runs = runs;
        this.runId = runs.nextNumber();
    }

    /** Takes the run's postings. */
    BlockWriter postings() {
        return postings;
    }

    /** Writes what is left, and the run itself. */
    void end(Span span) {
        postings.end();
        writeBlocks();
        runs.insert(new PostingRun(runId, span, bytes));
    }

    private void take(Block block) {
        bytes += block.content().length;
        unwritten.add(block);
        if (unwritten.size() == BLOCKS_PER_STATEMENT) {
            writeBlocks();
        }
    }

    private void writeBlocks() {
        if (!unwritten.isEmpty()) {
            runs.insertBlocks(runId, unwritten);
            unwritten.clear();
        }
    }
}
