package io.attestore.audit.trail.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Property(tries = 300)
    void what_is_written_is_read_in_order_and_by_key(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int keys, @ForAll @IntRange(max = 3000) int most) {
        Random random = new Random(seed);
        TreeMap<Long, List<Posting>> lists = lists(random, keys, most);
        List<Block> blocks = written(lists);

        TreeMap<Long, List<Posting>> read = new TreeMap<>();
        for (Block block : blocks) {
            BlockReader reader = new BlockReader(block);
            while (reader.hasNext()) {
                Posting posting = reader.next();
                read.computeIfAbsent(reader.key(), _ -> new ArrayList<>()).add(posting);
            }
        }
        assertThat(read).isEqualTo(lists);
        lists.forEach((key, list) -> assertThat(blocks.stream().flatMap(block -> BlockReader.find(block, key).stream()))
                .containsExactlyElementsOf(list));
        assertThat(blocks.stream().flatMap(block -> BlockReader.find(block, 4711).stream()))
                .containsExactlyElementsOf(lists.getOrDefault(4711L, List.of()));
    }

    @Property(tries = 300)
    void a_block_says_what_it_begins_with_and_how_late_its_list_was_so_far(@ForAll long seed) {
        TreeMap<Long, List<Posting>> lists = lists(new Random(seed), 4, 3000);

        for (Block block : written(lists)) {
            List<Posting> list = lists.getOrDefault(block.firstKey(), List.of());
            Posting first = BlockReader.find(block, block.firstKey()).getFirst();
            assertThat(block.content().length).isBetween(1, BlockWriter.BLOCK_BYTES_MAX);
            assertThat(block.firstPosition()).isEqualTo(first.position());
            assertThat(block.latest())
                    .isEqualTo(list.subList(0, list.indexOf(first) + 1).stream()
                            .mapToLong(Posting::millis)
                            .max()
                            .orElseThrow());
        }
    }

    @Test
    void a_list_that_every_call_is_in_takes_two_bytes_a_call() {
        List<Block> blocks = new ArrayList<>();
        BlockWriter writer = new BlockWriter(blocks::add);
        for (int call = 0; call < 100_000; call++) {
            writer.add(1, new Posting(call * 2L, 2, 1_700_000_000_000L + call / 5));
        }
        writer.end();

        assertThat(blocks.stream().mapToInt(block -> block.content().length).sum())
                .isBetween(200_000, 202_000);
    }

    @Test
    void the_farthest_numbers_are_kept() {
        Map<Long, List<Posting>> lists = new TreeMap<>(Map.of(
                Long.MIN_VALUE,
                List.of(
                        new Posting(0, 1, -(1L << 53)),
                        new Posting(1L << 60, Integer.MAX_VALUE, 1L << 53),
                        new Posting(1L << 61, 1, -(1L << 53))),
                Long.MAX_VALUE,
                List.of(new Posting(0, 3, 0))));
        List<Block> blocks = written(new TreeMap<>(lists));

        lists.forEach((key, list) ->
                assertThat(BlockReader.find(blocks.getFirst(), key)).isEqualTo(list));
    }

    @Test
    void postings_out_of_order_are_refused() {
        BlockWriter writer = new BlockWriter(_ -> {});
        writer.add(5, new Posting(10, 1, 0));

        assertThatThrownBy(() -> writer.add(4, new Posting(11, 1, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.add(5, new Posting(10, 1, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_block_that_is_cut_off_is_corrupt() {
        List<Block> blocks = new ArrayList<>();
        BlockWriter writer = new BlockWriter(blocks::add);
        writer.add(1, new Posting(1, 1, 1_000_000));
        writer.add(2, new Posting(1, 1, 1_000_000));
        writer.end();
        Block whole = blocks.getFirst();
        byte[] cut = java.util.Arrays.copyOf(whole.content(), whole.content().length - 1);

        assertThatThrownBy(() -> BlockReader.find(new Block(1, whole.latest(), 1, cut), 3))
                .isInstanceOf(CorruptBlockException.class);
    }

    private static List<Block> written(TreeMap<Long, List<Posting>> lists) {
        List<Block> blocks = new ArrayList<>();
        BlockWriter writer = new BlockWriter(blocks::add);
        lists.forEach((key, list) -> list.forEach(posting -> writer.add(key, posting)));
        writer.end();
        return blocks;
    }

    private static TreeMap<Long, List<Posting>> lists(Random random, int keys, int most) {
        TreeMap<Long, List<Posting>> lists = new TreeMap<>();
        for (int key = 0; key < keys; key++) {
            List<Posting> list = new ArrayList<>();
            long position = random.nextInt(1 << random.nextInt(1, 31));
            long millis = random.nextLong(2_000_000_000_000L);
            int size = 1 + (random.nextBoolean() ? random.nextInt(4) : random.nextInt(most + 1));
            for (int i = 0; i < size; i++) {
                list.add(new Posting(position, 1 + random.nextInt(random.nextBoolean() ? 2 : 300), millis));
                position += 1 + random.nextInt(1 << random.nextInt(1, 20));
                millis += random.nextInt(1 << random.nextInt(1, 16)) - random.nextInt(1 << random.nextInt(1, 12));
            }
            lists.put(random.nextLong(), list);
        }
        return lists;
    }
}
