package io.attestore.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogRow;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class RowMacTest {

    private static final EventContent EVENT = new EventContent(
            UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
            "test.Opened",
            "1",
            1_700_000_000_000_000L,
            List.of("account=a"),
            "{}".getBytes(StandardCharsets.UTF_8),
            "{\"account\":\"a\"}".getBytes(StandardCharsets.UTF_8));

    private final byte[] content = HashChain.content(EVENT);
    private final byte[] hash = HashChain.next(new byte[32], 7, content);
    private final RowMac mac = new RowMacs(Map.of(0L, () -> hmac((byte) 1))).forOneThread();

    @Test
    void the_format_is_fixed() {
        byte[] label = "attestore event v1".getBytes(StandardCharsets.US_ASCII);
        byte[] message = HexFormat.of()
                .parseHex(HexFormat.of().formatHex(label)
                        + "0000000000000007"
                        + HexFormat.of().formatHex(content)
                        + HexFormat.of().formatHex(hash));
        String expected =
                HexFormat.of().formatHex(hmac((byte) 1).apply(message)).substring(0, 32);

        assertThat(HexFormat.of().formatHex(mac.of(7, content, hash))).isEqualTo(expected);
    }

    @Test
    void a_row_is_known_at_its_place_only() {
        byte[] right = mac.of(7, content, hash);
        assertThat(mac.isOf(new LogRow(7, EVENT, hash, right), content)).isTrue();
        assertThat(mac.isOf(new LogRow(8, EVENT, hash, right), content)).isFalse();
        assertThat(mac.isOf(new LogRow(7, EVENT, content, right), content)).isFalse();
        assertThat(mac.isOf(new LogRow(7, EVENT, hash, right), hash)).isFalse();
        assertThat(mac.isOf(new LogRow(7, EVENT, hash, new byte[0]), content)).isFalse();
        for (int bit = 0; bit < 8 * right.length; bit++) {
            byte[] wrong = right.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(mac.isOf(new LogRow(7, EVENT, hash, wrong), content)).isFalse();
        }
    }

    @Test
    void each_position_has_the_key_that_is_the_one_there() {
        RowMac versions = new RowMacs(Map.of(0L, () -> hmac((byte) 1), 10L, () -> hmac((byte) 2))).forOneThread();
        RowMac second = new RowMacs(Map.of(0L, () -> hmac((byte) 2))).forOneThread();
        for (long position : new long[] {9, 10, 0, 11, 9}) {
            assertThat(versions.of(position, content, hash))
                    .isEqualTo((position < 10 ? mac : second).of(position, content, hash));
        }
    }

    @Test
    void without_a_key_for_the_first_position_there_is_none() {
        assertThatThrownBy(() -> new RowMacs(Map.of(1L, () -> hmac((byte) 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UnaryOperator<byte[]> hmac(byte key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[] {key}, "HmacSHA256"));
            return mac::doFinal;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
