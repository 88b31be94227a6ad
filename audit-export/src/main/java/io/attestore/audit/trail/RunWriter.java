package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockPlace;
import io.attestore.audit.trail.posting.BlockWriter;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and seals one run in the current transaction, about a megabyte of blocks a statement. For one thread, once. */
final class RunWriter {

    private static final int BLOCKS_PER_STATEMENT = 256;

    private final TrailRuns runs;
    private final TrailSeal seal;
    private final long runId;
    private final String nonce;
    private final List<SealedBlock> unwritten = new ArrayList<>();
    private final BlockWriter postings = new BlockWriter(this::take);
    private BlockPlace start = BlockPlace.END;
    private long bytes;

    /** The last block so far, which is sealed as soon as the next one's place is known. */
    private @Nullable Block last;

    RunWriter(TrailRuns runs, TrailSeal seal) {
        this.runs = runs;
        this.seal = seal;
        this.runId = runs.nextNumber();
        this.nonce = seal.newNonce();
    }

    /** Takes the run's postings. */
    BlockWriter postings() {
        return postings;
    }

    /**
     * Writes what is left, and the run itself.
     *
     * @param span what the run covers
     * @param lastEventId the id of the event at its last position
     */
    void end(Span span, String lastEventId) {
        postings.end();
        sealLast(BlockPlace.END);
        writeBlocks();
        runs.insert(seal.seal(new PostingRun(runId, span, bytes), start, nonce, lastEventId));
    }

    private void take(Block block) {
        BlockPlace place = BlockPlace.of(block);
        if (last == null) {
            start = place;
        }
        sealLast(place);
        last = block;
        bytes += block.content().length;
    }

    private void sealLast(BlockPlace next) {
        if (last != null) {
            unwritten.add(seal.seal(nonce, last, next));
        }
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
