package io.attestore.audit.trail.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.trail.posting.LookupKey.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The search against a model that sorts all calls. */
class RunSearchTest {

    private static final long START = 1_795_000_000_000L;

    private record Call(Posting posting, List<LookupKey> keys) {}

    private final MemoryRuns runs = new MemoryRuns();
    private final List<Call> log = new ArrayList<>();

    @Property(tries = 400)
    void it_finds_what_sorting_everything_finds_whatever_the_order_of_times_and_the_runs(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int batches,
            @ForAll @IntRange(min = 1, max = 400) int batchMost,
            @ForAll @IntRange(min = 1, max = 20_000) int disorderMillis) {
        Random random = new Random(seed);
        MemoryRuns stored = new MemoryRuns();
        List<Call> calls = new ArrayList<>();
        long millis = START;
        for (int batch = 0; batch < batches; batch++) {
            List<Call> added = new ArrayList<>();
            for (int i = random.nextInt(batchMost); i >= 0; i--) {
                millis += random.nextInt(1 << random.nextInt(1, 12));
                added.add(call(calls.size() + added.size(), millis - random.nextInt(disorderMillis), random));
            }
            if (random.nextInt(10) == 0) {
                millis -= random.nextInt(600_000);
            }
            calls.addAll(added);
            stored.add(
                    added.stream().map(Call::posting).toList(),
                    added.stream().map(Call::keys).toList());
            if (random.nextInt(3) == 0) {
                stored.merge(1 + random.nextInt(stored.newestFirst().size()));
            }
        }
        for (int search = 0; search < 20; search++) {
            List<LookupKey> keys = search % 2 == 0 ? List.of(key("all")) : List.of(key("b"), key("c"));
            Posting around = calls.get(random.nextInt(calls.size())).posting();
            CallPlace newest = random.nextBoolean()
                    ? new CallPlace(Long.MAX_VALUE / 10_000, Long.MAX_VALUE)
                    : CallPlace.of(around);
            long earliest = random.nextBoolean() ? 0 : around.millis() - random.nextInt(60_000);
            Wanted wanted = new Wanted(
                    keys.stream().map(LookupKey::number).toList(),
                    newest,
                    earliest,
                    newest.lastMillis(),
                    1 + random.nextInt(60));
            if (random.nextInt(4) == 0) {
                wanted = wanted.at(around.millis());
            }

            assertThat(RunSearch.newest(stored, stored.newestFirst(), wanted)).isEqualTo(sorted(calls, keys, wanted));
        }
    }

    @Property(tries = 30)
    void pages_put_together_are_the_whole_while_runs_are_merged(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryRuns stored = new MemoryRuns();
        List<Call> calls = new ArrayList<>();
        for (int batch = 0; batch < 30; batch++) {
            List<Call> added = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int position = calls.size() + added.size();
                added.add(call(position, START + position * 20L - random.nextInt(3_000), random));
            }
            calls.addAll(added);
            stored.add(
                    added.stream().map(Call::posting).toList(),
                    added.stream().map(Call::keys).toList());
        }
        List<LookupKey> keys = List.of(key("b"), key("c"));
        List<Long> lists = keys.stream().map(LookupKey::number).toList();
        Wanted all = new Wanted(lists, new CallPlace(START, Long.MAX_VALUE), 0, Long.MAX_VALUE, 10_000);
        List<Posting> paged = new ArrayList<>();
        CallPlace newest = all.newest();
        List<Posting> page;
        do {
            page = RunSearch.newest(
                    stored, stored.newestFirst(), new Wanted(lists, newest, 0, Long.MAX_VALUE, 1 + random.nextInt(40)));
            paged.addAll(page);
            if (!page.isEmpty()) {
                CallPlace last = CallPlace.of(page.getLast());
                newest = new CallPlace(last.second(), last.position() - 1);
            }
            stored.merge(1 + random.nextInt(stored.newestFirst().size()));
        } while (!page.isEmpty());

        assertThat(paged).isEqualTo(sorted(calls, keys, all));
    }

    @Test
    void a_page_of_a_long_list_reads_few_blocks_wherever_it_begins() {
        for (int run = 0; run < 20; run++) {
            List<Call> added = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                int position = run * 20_000 + i;
                added.add(new Call(new Posting(position, 1, START + position - position % 7), List.of(key("all"))));
            }
            log.addAll(added);
            runs.add(
                    added.stream().map(Call::posting).toList(),
                    added.stream().map(Call::keys).toList());
        }
        runs.merge(16);

        for (int second : List.of(399, 300, 211, 77, 3)) {
            CallPlace newest = new CallPlace(START / 1000 + second, Long.MAX_VALUE);
            Wanted wanted = new Wanted(List.of(key("all").number()), newest, 0, newest.lastMillis(), 52);
            int before = runs.blocksRead();

            assertThat(RunSearch.newest(runs, runs.newestFirst(), wanted))
                    .isEqualTo(sorted(log, List.of(key("all")), wanted));
            assertThat(runs.blocksRead() - before).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void keys_that_share_a_number_share_a_list() {
        MemoryRuns stored = new MemoryRuns();
        Posting first = new Posting(1, 1, START);
        Posting second = new Posting(2, 1, START);
        stored.add(List.of(first, second), List.of(List.of(key("a"), key("b")), List.of(key("a"))));
        Wanted both = new Wanted(
                List.of(key("a").number(), key("b").number()),
                new CallPlace(START, Long.MAX_VALUE),
                0,
                Long.MAX_VALUE,
                10);

        assertThat(RunSearch.newest(stored, stored.newestFirst(), both)).containsExactly(second, first);
    }

    private static Call call(long position, long millis, Random random) {
        List<LookupKey> keys = new ArrayList<>(List.of(key("all")));
        if (random.nextInt(3) == 0) {
            keys.add(key("b"));
        }
        if (random.nextInt(50) == 0) {
            keys.add(key("c"));
        }
        return new Call(new Posting(position * 3, 1 + random.nextInt(3), millis), keys);
    }

    private static LookupKey key(String value) {
        return new LookupKey(Calls.WHERE, Kind.RESOURCE, value);
    }

    private static List<Posting> sorted(List<Call> calls, List<LookupKey> keys, Wanted wanted) {
        return calls.stream()
                .filter(call -> call.keys().stream().anyMatch(keys::contains))
                .map(Call::posting)
                .filter(posting -> posting.millis() >= wanted.earliestMillis())
                .filter(posting -> posting.millis() <= wanted.latestMillis())
                .filter(posting -> CallPlace.of(posting).compareTo(wanted.newest()) <= 0)
                .sorted(Comparator.comparing((Posting posting) -> CallPlace.of(posting))
                        .reversed())
                .limit(wanted.limit())
                .toList();
    }
}
