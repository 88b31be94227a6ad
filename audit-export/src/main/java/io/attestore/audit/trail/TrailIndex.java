package io.attestore.audit.trail;

import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.trail.posting.MergePolicy;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.audit.trail.posting.PostingLists;
import io.attestore.audit.trail.posting.RunMerge;
import io.attestore.audit.trail.posting.RunSearch;
import io.attestore.audit.trail.posting.Span;
import io.attestore.events.log.RecordedEvent;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The posting lists of the trail in the database. Everything happens within the current transaction; one at a time
 * writes. A call is in the list of each value that one of its records has.
 */
final class TrailIndex {

    /** A call, and what its records are found by. */
    record IndexedCall(Posting posting, List<RecordFacts> records) {}

    private final TrailRuns runs;
    private final TrailSeal seal;

    TrailIndex(JdbcTemplate jdbc, TrailSeal seal) {
        this.runs = new TrailRuns(jdbc);
        this.seal = seal;
    }

    /** All runs, newest first, as the database tells them: not checked yet. */
    List<SealedRun> runs() {
        return runs.newestFirst();
    }

    /**
     * Adds calls as one run; they follow each other, and all that were added before.
     *
     * @param first the first position that the run covers
     * @param last the event at the last one
     * @param calls all of that stretch that have records, which may be none
     */
    void add(long first, RecordedEvent last, List<IndexedCall> calls) {
        PostingLists lists = new PostingLists();
        for (IndexedCall call : calls) {
            for (RecordFacts record : call.records()) {
                TrailKeys.of(record).forEach(key -> lists.add(key, call.posting()));
            }
        }
        Span span = calls.stream()
                .map(call -> Span.of(call.posting()))
                .reduce(Span::and)
                .orElseGet(
                        () -> Span.of(new Posting(last.position(), 1, last.at().toEpochMilli())));
        RunWriter run = new RunWriter(runs, seal);
        lists.writeTo(run.postings());
        run.end(span.covering(first, last.position()), last.eventId());
    }

    /**
     * Makes one run of the newest if that is due; answers whether it was.
     *
     * @param newestFirst all runs, whole
     * @throws DamagedIndexException if a block is not as it was written
     */
    boolean merge(List<SealedRun> newestFirst) {
        int due = MergePolicy.due(newestFirst.stream().map(SealedRun::run).toList());
        List<SealedRun> merged = newestFirst.subList(0, due).reversed();
        if (merged.isEmpty()) {
            return false;
        }
        RunWriter run = new RunWriter(runs, seal);
        RunMerge.merge(
                merged.stream().map(each -> new BlocksOfRun(runs, seal, each)).toList(), run.postings());
        runs.delete(merged);
        run.end(
                merged.stream().map(SealedRun::span).reduce(Span::and).orElseThrow(),
                merged.getLast().lastEventId());
        return true;
    }

    /**
     * The newest calls that may have what is searched for, newest first, at most {@code limit}. None that has it and is
     * newer than the last of these is left out; some may not have it.
     *
     * @param newestFirst all runs, whole
     * @throws DamagedIndexException if a block is not as it was written
     */
    List<Posting> search(List<SealedRun> newestFirst, TrailQuery query, int limit) {
        return RunSearch.newest(
                new CheckedBlocks(runs, seal, newestFirst),
                newestFirst.stream().map(SealedRun::run).toList(),
                TrailKeys.wanted(query, limit));
    }
}
