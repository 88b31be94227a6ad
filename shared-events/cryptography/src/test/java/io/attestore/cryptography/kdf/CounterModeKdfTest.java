package io.attestore.cryptography.kdf;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.VectorFile.hex;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.attestore.cryptography.VectorFile;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The key derivation against NIST's vectors (CAVP, SP 800-108 counter mode: KDFCTR_gen.rsp of CAVS 14.4, HMAC_SHA256,
 * 32-bit counter before the fixed input), and against the standard's formula written out over the JDK's HMAC.
 */
class CounterModeKdfTest {

    static List<String[]> cavp() {
        return VectorFile.rows(CounterModeKdfTest.class, "nist-cavp-counter-mode-hmac-sha256.txt");
    }

    @Test
    void theVectorsAreAllThere() {
        assertThat(cavp()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("cavp")
    void derivesWhatNistDerives(String key, String fixedInput, String expected) {
        SecretBytes derived =
                CounterModeKdf.derive(SecretBytes.copyOf(hex(key)), hex(fixedInput), expected.length() / 2);

        assertThat(HexFormat.of().formatHex(exposed(derived))).isEqualTo(expected);
    }

    @Property
    void laysOutLabelAndContextAsTheStandardSays(
            @ForAll @Size(32) byte[] key,
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String label,
            @ForAll @Size(max = 64) byte[] context,
            @ForAll @IntRange(min = 1, max = CounterModeKdf.OUTPUT_BYTES_MAX) int lengthBytes)
            throws GeneralSecurityException {
        SecretBytes derived = CounterModeKdf.derive(SecretBytes.copyOf(key), label, context, lengthBytes);

        assertThat(exposed(derived)).isEqualTo(formula(key, label, context, lengthBytes));
    }

    @Test
    void refusesALabelThatCouldRunIntoTheContext() {
        SecretBytes key = SecretBytes.takingOwnershipOf(new byte[32]);

        assertThatIllegalArgumentException().isThrownBy(() -> CounterModeKdf.derive(key, "a\0b", new byte[0], 32));
        assertThatIllegalArgumentException().isThrownBy(() -> CounterModeKdf.derive(key, "", new byte[0], 32));
    }

    @Test
    void refusesToDeriveNothingOrTooMuch() {
        SecretBytes key = SecretBytes.takingOwnershipOf(new byte[32]);

        assertThat(CounterModeKdf.derive(key, "label", new byte[0], 1).length()).isEqualTo(1);
        assertThat(CounterModeKdf.derive(key, "label", new byte[0], CounterModeKdf.OUTPUT_BYTES_MAX)
                        .length())
                .isEqualTo(CounterModeKdf.OUTPUT_BYTES_MAX);
        for (int length : new int[] {-1, 0, CounterModeKdf.OUTPUT_BYTES_MAX + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CounterModeKdf.derive(key, "label", new byte[0], length));
        }
    }

    /** NIST SP 800-108r1, section 4.1: K(i) = PRF(key, [i] || Label || 0x00 || Context || [L]). */
    private static byte[] formula(byte[] key, String label, byte[] context, int lengthBytes)
            throws GeneralSecurityException {
        Mac prf = Mac.getInstance("HmacSHA256");
        prf.init(new SecretKeySpec(key, "HmacSHA256"));
        int blocks = (lengthBytes + 31) / 32;
        ByteBuffer output = ByteBuffer.allocate(blocks * 32);
        for (int i = 1; i <= blocks; i++) {
            prf.update(ByteBuffer.allocate(4).putInt(i).array());
            prf.update(label.getBytes(US_ASCII));
            prf.update((byte) 0);
            prf.update(context);
            prf.update(ByteBuffer.allocate(4).putInt(lengthBytes * 8).array());
            output.put(prf.doFinal());
        }
        return Arrays.copyOf(output.array(), lengthBytes);
    }
}
