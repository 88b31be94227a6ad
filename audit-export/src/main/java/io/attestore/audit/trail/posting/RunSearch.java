package io.attestore.audit.trail.posting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the newest calls of some posting lists in many runs. Of each list in each run it reads the blocks from the newest
 * on, always where the newest calls may still be, and stops as soon as nothing unread can be newer than what is found.
 * Exact for any order of times: what is unread is never younger than the last block's {@link Block#latest()}, and what is
 * passed over is never older than its block's minus the run's {@link Span#disorderMillis()}.
 */
public final class RunSearch {

    /** Where the blocks are. */
    public interface Blocks {

        /** For each cursor the last block below it in its run, if there is one. */
        List<Optional<Block>> below(List<BlockCursor> cursors);
    }

    private static final int FIRST_READ = 4;
    private static final int READ_MAX = 256;

    private final Blocks blocks;
    private final Wanted wanted;
    private final List<UnreadList> lists = new ArrayList<>();
    private final TreeMap<CallPlace, Posting> found = new TreeMap<>();

    private RunSearch(Blocks blocks, Wanted wanted) {
        this.blocks = blocks;
        this.wanted = wanted;
    }

    /** The newest, newest first; each call once. */
    public static List<Posting> newest(Blocks blocks, List<PostingRun> runs, Wanted wanted) {
        RunSearch search = new RunSearch(blocks, wanted);
        for (PostingRun run : runs) {
            for (long list : wanted.lists()) {
                UnreadList.of(run, list, wanted).ifPresent(search.lists::add);
            }
        }
        search.run();
        return List.copyOf(search.found.descendingMap().values());
    }

    private void run() {
        int reads = FIRST_READ;
        while (true) {
            lists.removeIf(list -> !list.mayHoldNewerThan(oldestFound()));
            if (lists.isEmpty()) {
                return;
            }
            lists.sort(Comparator.comparing(UnreadList::newest).reversed());
            read(lists.subList(0, Math.min(reads, lists.size())));
            reads = Math.min(2 * reads, READ_MAX);
        }
    }

    private void read(List<UnreadList> next) {
        List<Optional<Block>> read =
                blocks.below(next.stream().map(UnreadList::cursor).toList());
        for (int i = 0; i < next.size(); i++) {
            next.get(i).take(read.get(i), wanted).forEach(this::add);
        }
    }

    private void add(Posting call) {
        found.put(CallPlace.of(call), call);
        if (found.size() > wanted.limit()) {
            found.pollFirstEntry();
        }
    }

    /** What a call must be newer than to be of use. */
    private Optional<CallPlace> oldestFound() {
        return found.size() < wanted.limit() ? Optional.empty() : Optional.of(found.firstKey());
    }
}
