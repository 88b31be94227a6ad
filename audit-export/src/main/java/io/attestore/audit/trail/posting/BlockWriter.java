package io.attestore.audit.trail.posting;

import java.util.function.Consumer;

/**
 * Writes postings as blocks of at most {@link #BLOCK_BYTES_MAX} bytes. Postings come in order of key, then of position,
 * each position once in a list. For one thread.
 *
 * <p>Numbers are written seven bits a byte (see {@link ByteSink}); {@code ±} marks those of either sign. With the block's
 * columns known, its content is
 *
 * <pre>
 * block   = list+
 * list    = key minus that of the list before (of the block, for the first list: 0)
 *           bytes of all postings of this list in this block
 *           posting+
 * posting = position difference × 2 + e
 *           events, only if e is 1: their number differs from the posting before (1, for the first of a list)
 *           ± time difference in milliseconds
 * </pre>
 *
 * <p>Positions and times are relative to the posting before. Those of the first of a list are relative to the block's
 * first position and latest time, the position ±.
 *
 * <p>A list that every call is in thus takes two bytes a call.
 */
public final class BlockWriter {

    /** Two rows of such blocks, each with its seal, fill a page of PostgreSQL's. */
    public static final int BLOCK_BYTES_MAX = 3950;

    private static final int POSTING_BYTES_MAX = 3 * ByteSink.NUMBER_BYTES_MAX;
    private static final int LIST_HEAD_BYTES_MAX = 2 * ByteSink.NUMBER_BYTES_MAX;

    private final Consumer<Block> blocks;
    private final ByteSink content = new ByteSink(BLOCK_BYTES_MAX);
    private final ByteSink list = new ByteSink(BLOCK_BYTES_MAX);
    private long firstKey;
    private long firstPosition;
    private long firstLatest;
    private long keyBefore;
    private long key;
    private long latest = Long.MIN_VALUE;
    private long position = -1;
    private long millis;
    private int events;

    /** @param blocks takes each block as it is full */
    public BlockWriter(Consumer<Block> blocks) {
        this.blocks = blocks;
    }

    public void add(long ofKey, Posting posting) {
        boolean sameList = position >= 0 && ofKey == key;
        if (position >= 0 && (ofKey < key || sameList && posting.position() <= position)) {
            throw new IllegalArgumentException("Postings come in order");
        }
        latest = sameList ? Math.max(latest, posting.millis()) : posting.millis();
        if (!sameList) {
            endList();
        }
        key = ofKey;
        if (content.size() + list.size() + LIST_HEAD_BYTES_MAX + POSTING_BYTES_MAX > BLOCK_BYTES_MAX) {
            endBlock();
        }
        if (content.size() == 0 && list.size() == 0) {
            beginBlock(posting);
        }
        write(posting);
    }

    /** Hands over the last block. */
    public void end() {
        endBlock();
    }

    private void beginBlock(Posting first) {
        firstKey = key;
        firstPosition = first.position();
        firstLatest = latest;
        keyBefore = key;
    }

    private void write(Posting posting) {
        boolean firstOfList = list.size() == 0;
        if (firstOfList) {
            events = 1;
        }
        int eventsDiffer = posting.events() == events ? 0 : 1;
        if (firstOfList) {
            list.signed((posting.position() - firstPosition) << 1 | eventsDiffer);
        } else {
            list.unsigned((posting.position() - position) << 1 | eventsDiffer);
        }
        if (eventsDiffer == 1) {
            list.unsigned(posting.events());
        }
        list.signed(posting.millis() - (firstOfList ? firstLatest : millis));
        position = posting.position();
        millis = posting.millis();
        events = posting.events();
    }

    private void endList() {
        if (list.size() > 0) {
            content.unsigned(key - keyBefore);
            content.unsigned(list.size());
            content.all(list);
            list.clear();
            keyBefore = key;
        }
    }

    private void endBlock() {
        endList();
        if (content.size() > 0) {
            blocks.accept(new Block(firstKey, firstLatest, firstPosition, content.toBytes()));
            content.clear();
        }
    }
}
