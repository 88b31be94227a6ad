package io.attestore.audit.trail;

import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.trail.posting.MergePolicy;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.audit.trail.posting.PostingLists;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.RunMerge;
import io.attestore.audit.trail.posting.RunSearch;
import io.attestore.audit.trail.posting.Span;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The posting lists of the trail in the database. Everything happens within the current transaction; one at a time
 * writes. A call is in the list of each value that one of its records has.
 */
final class TrailIndex {

    /** A call, and what its records are found by. */
    record IndexedCall(Posting posting, List<RecordFacts> records) {}

    private final TrailRuns runs;

    TrailIndex(JdbcTemplate jdbc) {
        this.runs = new TrailRuns(jdbc);
    }

    /** Adds calls as one run; they follow each other, and all that were added before. */
    void add(List<IndexedCall> calls) {
        PostingLists lists = new PostingLists();
        Optional<Span> span = Optional.empty();
        for (IndexedCall call : calls) {
            for (RecordFacts record : call.records()) {
                TrailKeys.of(record).forEach(key -> lists.add(key, call.posting()));
            }
            Span its = Span.of(call.posting());
            span = Optional.of(span.map(before -> before.and(its)).orElse(its));
        }
        if (span.isPresent()) {
            RunWriter run = new RunWriter(runs);
            lists.writeTo(run.postings());
            run.end(span.get());
        }
    }

    /** Makes one run of the newest if that is due; answers whether it was. */
    boolean merge() {
        List<PostingRun> newestFirst = runs.newestFirst();
        List<PostingRun> merged =
                newestFirst.subList(0, MergePolicy.due(newestFirst)).reversed();
        if (merged.isEmpty()) {
            return false;
        }
        RunWriter run = new RunWriter(runs);
        RunMerge.merge(
                merged.stream().map(each -> new BlocksOfRun(runs, each.id())).toList(), run.postings());
        runs.delete(merged);
        run.end(merged.stream().map(PostingRun::span).reduce(Span::and).orElseThrow());
        return true;
    }

    /**
     * The newest calls that may have what is searched for, newest first, at most {@code limit}. None that has it and is
     * newer than the last of these is left out; some may not have it.
     */
    List<Posting> search(TrailQuery query, int limit) {
        return RunSearch.newest(runs, runs.newestFirst(), TrailKeys.wanted(query, limit));
    }
}
