package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockReader;
import io.attestore.audit.trail.posting.BlockWriter;
import io.attestore.audit.trail.posting.CorruptBlockException;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * One run as it is read: its postings are summed up, and written again, which must give the very same blocks, columns
 * included. So a search that goes by the columns misses nothing that is in the blocks. For one thread.
 */
final class RunReading {

    /** A call is in about so many lists; whoever limits events a second counts them so. */
    static final int POSTINGS_PER_EVENT = 8;

    private final PostingRun run;
    private final long after;
    private final long through;
    private final PostingSums sums;
    private final Queue<Block> stored = new ArrayDeque<>();
    private final BlockWriter written = new BlockWriter(this::compare);
    private long count;
    private long bytes;
    private long list;
    private long latestOfList;
    private long disorderMillis;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    /** @param after postings up to this position were read of other runs before */
    RunReading(PostingRun run, long after, long through, PostingSums like) {
        this.run = run;
        this.after = after;
        this.through = through;
        this.sums = like.none();
    }

    /** @throws CorruptBlockException if the bytes are no postings, or no writer writes them so */
    void take(Block block) {
        bytes += block.content().length;
        stored.add(block);
        BlockReader reader = new BlockReader(block);
        while (reader.hasNext()) {
            Posting posting = reader.next();
            take(reader.key(), posting);
            written.add(reader.key(), posting);
        }
    }

    private void take(long key, Posting posting) {
        latestOfList = count == 0 || key != list ? posting.millis() : Math.max(latestOfList, posting.millis());
        list = key;
        count++;
        disorderMillis = Math.max(disorderMillis, latestOfList - posting.millis());
        first = Math.min(first, posting.position());
        last = Math.max(last, posting.position());
        earliest = Math.min(earliest, posting.millis());
        latest = Math.max(latest, posting.millis());
        if (posting.position() > after && posting.position() <= through) {
            sums.add(key, posting);
        }
    }

    private void compare(Block again) {
        Block before = stored.poll();
        if (before == null
                || before.firstKey() != again.firstKey()
                || before.latest() != again.latest()
                || before.firstPosition() != again.firstPosition()
                || !Arrays.equals(before.content(), again.content())) {
            throw new CorruptBlockException("Not as it is written");
        }
    }

    /** What is wrong with the run's own row; nothing if nothing is. */
    String end() {
        written.end();
        Span span = run.span();
        if (!stored.isEmpty() || bytes != run.bytes()) {
            return "has not the blocks that were written";
        }
        boolean within = count == 0
                || (span.firstPosition() <= first
                        && span.lastPosition() >= last
                        && span.earliest() <= earliest
                        && span.latest() >= latest
                        && span.disorderMillis() >= disorderMillis);
        return within ? "" : "has narrower bounds than its blocks: searches pass over what is in it";
    }

    long count() {
        return count;
    }

    PostingSums sums() {
        return sums;
    }
}
