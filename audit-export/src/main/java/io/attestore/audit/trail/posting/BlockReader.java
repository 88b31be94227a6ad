package io.attestore.audit.trail.posting;

import java.util.ArrayList;
import java.util.List;

/** Reads the postings of a block in the order in which {@link BlockWriter} got them. For one thread. */
public final class BlockReader {

    private final Block block;
    private final ByteSource source;
    private long key;
    private int listEnd;
    private long position;
    private long millis;
    private int events;

    public BlockReader(Block block) {
        this.block = block;
        this.source = new ByteSource(block.content());
        this.key = block.firstKey();
    }

    /** The postings of one key in a block, oldest first; the other lists are passed over. */
    public static List<Posting> find(Block block, long key) {
        BlockReader reader = new BlockReader(block);
        List<Posting> found = new ArrayList<>();
        while (reader.source.hasMore()) {
            reader.beginList();
            if (reader.key == key) {
                while (reader.source.offset() < reader.listEnd) {
                    found.add(reader.read(found.isEmpty()));
                }
                return found;
            }
            if (reader.key > key) {
                return found;
            }
            reader.source.skipTo(reader.listEnd);
        }
        return found;
    }

    /** Whether {@link #next()} has something to give. */
    public boolean hasNext() {
        return source.hasMore();
    }

    /** The next posting; {@link #key()} then says whose. */
    public Posting next() {
        boolean firstOfList = source.offset() == listEnd;
        if (firstOfList) {
            beginList();
        }
        return read(firstOfList);
    }

    /** The key of what {@link #next()} gave last. */
    public long key() {
        return key;
    }

    private void beginList() {
        key += source.unsigned();
        long length = source.unsigned();
        if (length < 1 || length > block.content().length) {
            throw new CorruptBlockException("A list has no such length");
        }
        listEnd = source.offset() + (int) length;
    }

    private Posting read(boolean firstOfList) {
        long head = firstOfList ? source.signed() : source.unsigned();
        long positionBefore = firstOfList ? block.firstPosition() : position;
        int eventsBefore = firstOfList ? 1 : events;
        long millisBefore = firstOfList ? block.latest() : millis;
        position = positionBefore + (firstOfList ? head >> 1 : head >>> 1);
        events = (head & 1) == 0 ? eventsBefore : Math.toIntExact(source.unsigned());
        millis = millisBefore + source.signed();
        return new Posting(position, events, millis);
    }
}
