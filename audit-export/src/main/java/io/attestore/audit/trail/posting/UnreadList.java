package io.attestore.audit.trail.posting;

import java.util.List;
import java.util.Optional;

/** What is unread of one list in one run, newest first. For one thread. */
final class UnreadList {

    private final long list;
    private BlockCursor cursor;
    private CallPlace newest;
    private boolean atEnd;

    private UnreadList(long list, BlockCursor cursor, CallPlace newest) {
        this.list = list;
        this.cursor = cursor;
        this.newest = newest;
    }

    /** Empty if the run holds nothing of the time that is wanted. */
    static Optional<UnreadList> of(PostingRun run, long list, Wanted wanted) {
        Span span = run.span();
        if (span.latest() < wanted.earliestMillis() || span.earliest() > wanted.latestMillis()) {
            return Optional.empty();
        }
        long latestOfUse = wanted.latestMillis() + span.disorderMillis();
        CallPlace newest = older(CallPlace.of(span.latest(), span.lastPosition()), wanted.newest());
        return Optional.of(new UnreadList(list, new BlockCursor(run.id(), list, latestOfUse, Long.MAX_VALUE), newest));
    }

    /** Nothing unread is newer than this. */
    CallPlace newest() {
        return newest;
    }

    BlockCursor cursor() {
        return cursor;
    }

    boolean mayHoldNewerThan(Optional<CallPlace> place) {
        return !atEnd && place.map(found -> newest.compareTo(found) > 0).orElse(true);
    }

    /** Takes the block below the cursor, and answers those of its calls that are wanted. */
    List<Posting> take(Optional<Block> below, Wanted wanted) {
        if (below.isEmpty()) {
            atEnd = true;
            return List.of();
        }
        Block block = below.get();
        cursor = BlockCursor.at(cursor.runId(), block);
        newest = older(newest, CallPlace.of(block.latest(), block.firstPosition() - 1));
        atEnd = block.firstKey() != list || block.latest() < wanted.earliestMillis();
        return BlockReader.find(block, list).stream().filter(wanted::includes).toList();
    }

    private static CallPlace older(CallPlace one, CallPlace other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
