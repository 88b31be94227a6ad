package io.attestore.cryptography.root;

import static io.attestore.cryptography.Secrets.withBitFlipped;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {

    private final RootKey rootKey = RootKey.generate(new SecureRandom());
    private final byte[] message = "log head 17".getBytes(US_ASCII);

    /** RFC 4231, sections 4.2 to 4.4 and 4.7. */
    @ParameterizedTest
    @CsvSource({
        "0b, 20, 4869205468657265, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aa, 20, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "aa, 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374,"
                + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    })
    void tags_as_hmac_sha256(String keyPart, int times, String data, String expected) {
        byte[] key = HexFormat.of().parseHex(keyPart.repeat(times));

        byte[] tag =
                new Authenticator(SecretBytes.copyOf(key)).tag(HexFormat.of().parseHex(data));

        assertThat(HexFormat.of().formatHex(tag)).isEqualTo(expected);
    }

    @Test
    void knows_its_own_tags_and_no_others() {
        Authenticator authenticator = rootKey.authenticator("anchor");
        byte[] tag = authenticator.tag(message);

        assertThat(authenticator.verify(message, tag)).isTrue();
        for (int bit = 0; bit < 8 * tag.length; bit++) {
            assertThat(authenticator.verify(message, withBitFlipped(tag, bit))).isFalse();
        }
        for (int length = 0; length < tag.length; length++) {
            assertThat(authenticator.verify(message, Arrays.copyOf(tag, length)))
                    .isFalse();
        }
        assertThat(authenticator.verify("log head 18".getBytes(US_ASCII), tag)).isFalse();
    }

    @Test
    void purposes_and_root_keys_have_nothing_in_common() {
        byte[] tag = rootKey.authenticator("anchor").tag(message);

        assertThat(rootKey.authenticator("anchor").verify(message, tag)).isTrue();
        assertThat(rootKey.authenticator("paging").verify(message, tag)).isFalse();
        assertThat(RootKey.generate(new SecureRandom()).authenticator("anchor").verify(message, tag))
                .isFalse();
    }

    @Test
    void outlives_the_root_key_but_not_its_own_close() {
        Authenticator authenticator = rootKey.authenticator("anchor");
        rootKey.close();
        assertThat(authenticator.tag(message)).hasSize(Authenticator.TAG_BYTES);

        authenticator.close();

        assertThatIllegalStateException().isThrownBy(() -> authenticator.tag(message));
    }

    @Test
    void tags_for_one_thread_are_the_same() {
        Authenticator authenticator = rootKey.authenticator("anchor");
        UnaryOperator<byte[]> forOneThread = authenticator.forOneThread();
        for (int i = 0; i < 3; i++) {
            assertThat(forOneThread.apply(message)).isEqualTo(authenticator.tag(message));
        }
    }

    @Test
    void prints_nothing() {
        assertThat(rootKey.authenticator("anchor")).hasToString("Authenticator[redacted]");
    }
}
