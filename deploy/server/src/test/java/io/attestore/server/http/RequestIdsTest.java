package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

    private final RequestIds ids = new RequestIds(new SecureRandom());

    @Test
    void an_id_is_a_uuid_of_version4() {
        for (int i = 0; i < 1000; i++) {
            String text = ids.next();
            UUID id = UUID.fromString(text);

            assertThat(id.toString()).isEqualTo(text);
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void no_id_comes_twice_whichever_thread_asks() {
        List<String> all =
                IntStream.range(0, 100_000).parallel().mapToObj(_ -> ids.next()).toList();

        assertThat(Set.copyOf(all)).hasSameSizeAs(all);
    }

    @Test
    void another_process_has_other_ids() {
        RequestIds others = new RequestIds(new SecureRandom());
        Set<String> ours = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ours.add(ids.next());
        }

        for (int i = 0; i < 1000; i++) {
            assertThat(ours).doesNotContain(others.next());
        }
    }

    @Test
    void each_other_bit_is_sometimes_set() {
        BitSet set = new BitSet(128);
        for (int i = 0; i < 1000; i++) {
            UUID id = UUID.fromString(ids.next());
            set.or(BitSet.valueOf(new long[] {id.getLeastSignificantBits(), id.getMostSignificantBits()}));
        }

        assertThat(set.cardinality()).isEqualTo(128 - 3 - 1);
    }
}
