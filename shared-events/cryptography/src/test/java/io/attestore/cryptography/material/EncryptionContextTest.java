package io.attestore.cryptography.material;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EncryptionContextTest {

    @Test
    void lays_out_its_pairs_by_length_in_order_of_their_keys() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("b", "22");
        pairs.put("a", "1");

        assertThat(HexFormat.of().formatHex(EncryptionContext.of(pairs).canonicalBytes()))
                .isEqualTo(
                        "00000002" + "00000001" + "61" + "00000001" + "31" + "00000001" + "62" + "00000002" + "3232");
        assertThat(EncryptionContext.EMPTY.canonicalBytes()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void sorts_by_utf8_bytes_and_not_by_utf16() {
        // U+FF61 sorts before U+10000 as UTF-8 and after it as UTF-16.
        EncryptionContext context = EncryptionContext.of(Map.of("\uD800\uDC00", "x", "\uFF61", "y"));

        assertThat(context.pairs().sequencedKeySet()).containsExactly("\uFF61", "\uD800\uDC00");
    }

    @Property
    void two_contexts_share_their_bytes_only_if_they_are_equal(
            @ForAll @Size(max = 3)
                    Map<@AlphaChars @StringLength(max = 3) String, @AlphaChars @StringLength(max = 3) String> left,
            @ForAll @Size(max = 3)
                    Map<@AlphaChars @StringLength(max = 3) String, @AlphaChars @StringLength(max = 3) String> right) {
        EncryptionContext first = EncryptionContext.of(left);
        EncryptionContext second = EncryptionContext.of(right);

        assertThat(Arrays.equals(first.canonicalBytes(), second.canonicalBytes()))
                .isEqualTo(left.equals(right));
        assertThat(first.equals(second)).isEqualTo(left.equals(right));
    }

    @Test
    void the_boundary_between_key_and_value_counts() {
        assertThat(EncryptionContext.of(Map.of("ab", "c")).canonicalBytes())
                .isNotEqualTo(EncryptionContext.of(Map.of("a", "bc")).canonicalBytes());
    }

    @Test
    void holds_eight_kilobytes_of_json_and_not_one_more() {
        int overhead = "{\"k\":\"\"}".getBytes(US_ASCII).length;
        String longest = "v".repeat(EncryptionContext.JSON_BYTES_MAX - overhead);

        assertThat(EncryptionContext.of(Map.of("k", longest)).pairs()).containsEntry("k", longest);
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionContext.of(Map.of("k", longest + "v")));
    }

    @Test
    void counts_the_commas_and_what_json_escapes() {
        int overhead = "{\"a\":\" \\\"\\\\\",\"b\":\"\\u0001\",\"c\":\"\u00e9\",\"d\":\"\"}".getBytes(UTF_8).length;
        String longest = "v".repeat(EncryptionContext.JSON_BYTES_MAX - overhead);

        assertThat(EncryptionContext.of(Map.of("a", " \"\\", "b", "\u0001", "c", "\u00e9", "d", longest))
                        .pairs())
                .hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        EncryptionContext.of(Map.of("a", " \"\\", "b", "\u0001", "c", "\u00e9", "d", longest + "v")));
    }

    @Test
    void refuses_a_lone_surrogate_that_would_blur_into_another() {
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionContext.of(Map.of("k", "\uD800")));
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionContext.of(Map.of("\uDC00", "v")));
    }

    @Test
    void does_not_change_with_the_map_it_was_made_from() {
        Map<String, String> pairs = new LinkedHashMap<>(Map.of("k", "v"));
        EncryptionContext context = EncryptionContext.of(pairs);
        pairs.put("k", "other");

        assertThat(context.pairs()).containsExactly(Map.entry("k", "v"));
        assertThatThrownBy(() -> context.pairs().put("k", "w")).isInstanceOf(UnsupportedOperationException.class);
    }
}
