package io.attestore.audit.trail.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MergePolicyTest {

    private static final int BATCHES = 3_000;
    private static final Span SPAN = Span.of(new Posting(0, 1, 0));

    @Property(tries = 100)
    void runs_stay_few_and_nothing_is_written_often_but_the_smallest(
            @ForAll long seed, @ForAll @IntRange(min = 200, max = 300_000) int size) {
        Random random = new Random(seed);
        Deque<PostingRun> newestFirst = new ArrayDeque<>();
        long added = 0;
        long written = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            long bytes = 1 + random.nextInt(size);
            newestFirst.addFirst(new PostingRun(batch, SPAN, bytes));
            added += bytes;
            written += bytes;
            int due = MergePolicy.due(new ArrayList<>(newestFirst));
            long merged = 0;
            for (int i = 0; i < due; i++) {
                merged += newestFirst.removeFirst().bytes();
            }
            if (due > 0) {
                newestFirst.addFirst(new PostingRun(batch, SPAN, merged));
                written += merged;
            }
        }

        long unfinished = newestFirst.stream()
                .filter(run -> MergePolicy.level(run.bytes()) < MergePolicy.FINAL_LEVEL)
                .count();
        assertThat(unfinished).isLessThan(2 * MergePolicy.FINAL_LEVEL * MergePolicy.RUNS_PER_LEVEL);
        assertThat(newestFirst.size() - unfinished).isLessThanOrEqualTo(added / (8 * 1024 * 1024));
        assertThat(written).isLessThan(added * 10 + BATCHES * 16 * 1024 / 4);
    }

    @Test
    void eight_of_one_size_become_one_with_all_that_is_newer() {
        long small = 1_000;
        long large = 100_000;
        assertThat(MergePolicy.due(runs(small, small, small, small, small, small, small)))
                .isZero();
        assertThat(MergePolicy.due(runs(small, small, small, small, small, small, small, small)))
                .isEqualTo(8);
        assertThat(MergePolicy.due(runs(small, large, large, large, large, large, large, large, large)))
                .isEqualTo(9);
        assertThat(MergePolicy.due(runs(small, large, large, large, large, large, large, large)))
                .isZero();
    }

    @Test
    void a_run_of_full_size_is_left_alone() {
        long full = 8 * 1024 * 1024 + 1;
        assertThat(MergePolicy.due(runs(full, full, full, full, full, full, full, full, full)))
                .isZero();
    }

    private static List<PostingRun> runs(long... bytes) {
        List<PostingRun> runs = new ArrayList<>();
        for (long size : bytes) {
            runs.add(new PostingRun(runs.size(), SPAN, size));
        }
        return runs;
    }
}
