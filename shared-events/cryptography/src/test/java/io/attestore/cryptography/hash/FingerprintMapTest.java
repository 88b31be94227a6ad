package io.attestore.cryptography.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintMapTest {

    private final FingerprintMap map = new FingerprintMap(new SipHash(1, 2));

    @Test
    void it_is_a_map_whatever_is_put_and_removed() {
        Random random = new Random(7);
        Map<String, Integer> model = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            String text = "text " + random.nextInt(20_000);
            int number = random.nextInt();
            if (random.nextInt(5) < 3) {
                assertThat(map.put(text, number)).isEqualTo(model.put(text, number) == null);
            } else {
                assertThat(map.remove(text)).isEqualTo(model.remove(text) != null);
            }
        }

        assertThat(map.size()).isEqualTo(model.size());
        for (int text = 0; text < 20_000; text++) {
            Integer expected = model.get("text " + text);
            assertThat(map.get("text " + text))
                    .isEqualTo(expected == null ? OptionalInt.empty() : OptionalInt.of(expected));
        }
    }

    @Test
    void all_entries_are_visited_under_their_fingerprints() {
        map.put("one", 1);
        map.put("two", 2);

        Map<Long, Integer> visited = new HashMap<>();
        map.forEach(visited::put);

        assertThat(visited).isEqualTo(Map.of(map.fingerprint("one"), 1, map.fingerprint("two"), 2));
    }
}
