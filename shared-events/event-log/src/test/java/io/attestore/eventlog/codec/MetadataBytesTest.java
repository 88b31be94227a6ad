package io.attestore.eventlog.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MetadataBytesTest {

    @Property(tries = 300)
    void what_is_written_is_read_back(@ForAll @Size(max = 8) Map<Integer, Integer> seeds) {
        Map<String, String> metadata = new java.util.LinkedHashMap<>();
        seeds.forEach((name, length) -> metadata.put(
                name % 2 == 0 ? "requestId" : "name" + name, "\u00e9".repeat(Math.floorMod(length, 20_000))));

        assertThat(MetadataBytes.read(MetadataBytes.write(metadata))).isEqualTo(metadata);
    }

    @Test
    void a_known_name_takes_one_byte() {
        assertThat(MetadataBytes.write(Map.of("eventName", "x"))).containsExactly(1, 12, 1, 'x');
        assertThat(MetadataBytes.write(Map.of("no", "x"))).containsExactly(1, 0, 2, 'n', 'o', 1, 'x');
    }

    @Test
    void no_bytes_but_metadata_are_taken_for_metadata() {
        byte[] whole = MetadataBytes.write(Map.of("eventName", "GetParameter"));
        for (int length = 2; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> MetadataBytes.read(cut)).isInstanceOf(UndecodableEventException.class);
        }
        for (byte[] other : new byte[][] {
            {}, {2}, {1, 99, 0}, {1, -1, 0}, {1, 1, -1, -1, -1, -1, -1, -1}, {1, 1, 0, 1, 0}, {'{', '}'}
        }) {
            assertThatThrownBy(() -> MetadataBytes.read(other)).isInstanceOf(UndecodableEventException.class);
        }
    }
}
