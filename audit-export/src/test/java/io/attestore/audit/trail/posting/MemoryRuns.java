package io.attestore.audit.trail.posting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Runs and blocks in memory, ordered as the table orders them. Counts the blocks that are read. */
final class MemoryRuns implements RunSearch.Blocks {

    private static final Comparator<BlockCursor> ORDER = Comparator.comparingLong(BlockCursor::runId)
            .thenComparingLong(BlockCursor::key)
            .thenComparingLong(BlockCursor::latest)
            .thenComparingLong(BlockCursor::position);

    private final NavigableMap<BlockCursor, Block> blocks = new TreeMap<>(ORDER);
    private final List<PostingRun> newestFirst = new ArrayList<>();
    private long runs;
    private int blocksRead;

    List<PostingRun> newestFirst() {
        return newestFirst;
    }

    int blocksRead() {
        return blocksRead;
    }

    /** Adds a run of calls, each in the lists of these keys. */
    void add(List<Posting> calls, List<List<LookupKey>> keysOfEach) {
        PostingLists lists = new PostingLists();
        for (int i = 0; i < calls.size(); i++) {
            for (LookupKey key : keysOfEach.get(i)) {
                lists.add(key, calls.get(i));
            }
        }
        Span span = calls.stream().map(Span::of).reduce(Span::and).orElseThrow();
        write(span, lists::writeTo);
    }

    /** Merges as many of the newest as told. */
    void merge(int count) {
        List<PostingRun> merged = List.copyOf(newestFirst.subList(0, count)).reversed();
        newestFirst.subList(0, count).clear();
        Span span = merged.stream().map(PostingRun::span).reduce(Span::and).orElseThrow();
        write(
                span,
                writer -> RunMerge.merge(
                        merged.stream().map(run -> blocksOf(run).iterator()).toList(), writer));
    }

    private List<Block> blocksOf(PostingRun run) {
        BlockCursor from = BlockCursor.beginning(run.id());
        return List.copyOf(
                blocks.subMap(from, BlockCursor.beginning(run.id() + 1)).values());
    }

    private void write(Span span, java.util.function.Consumer<BlockWriter> postings) {
        long runId = runs++;
        List<Block> written = new ArrayList<>();
        BlockWriter writer = new BlockWriter(written::add);
        postings.accept(writer);
        writer.end();
        written.forEach(block -> blocks.put(BlockCursor.at(runId, block), block));
        long bytes = written.stream().mapToLong(block -> block.content().length).sum();
        newestFirst.addFirst(new PostingRun(runId, span, bytes));
    }

    @Override
    public List<Optional<Block>> below(List<BlockCursor> cursors) {
        List<Optional<Block>> below = new ArrayList<>();
        for (BlockCursor cursor : cursors) {
            var entry = blocks.lowerEntry(cursor);
            boolean ofRun = entry != null && entry.getKey().runId() == cursor.runId();
            below.add(ofRun ? Optional.of(entry.getValue()) : Optional.empty());
            blocksRead += ofRun ? 1 : 0;
        }
        return below;
    }
}
