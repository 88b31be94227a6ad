package io.attestore.cryptography.kdf;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.VectorFile.hex;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.attestore.cryptography.VectorFile;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.KDFCounterBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KDFCounterParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The key derivation against NIST's vectors (CAVP, SP 800-108 counter mode: KDFCTR_gen.rsp of CAVS 14.4, HMAC_SHA256,
 * 32-bit counter before the fixed input), and against Bouncy Castle's.
 */
class CounterModeKdfTest {

    static List<String[]> cavp() {
        return VectorFile.rows(CounterModeKdfTest.class, "nist-cavp-counter-mode-hmac-sha256.txt");
    }

    @Test
    void the_vectors_are_all_there() {
        assertThat(cavp()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("cavp")
    void derives_what_nist_derives(String key, String fixedInput, String expected) {
        SecretBytes derived =
                CounterModeKdf.derive(SecretBytes.copyOf(hex(key)), hex(fixedInput), expected.length() / 2);

        assertThat(HexFormat.of().formatHex(exposed(derived))).isEqualTo(expected);
    }

    @Property
    void lays_out_label_and_context_as_the_standard_says(
            @ForAll @Size(32) byte[] key,
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String label,
            @ForAll @Size(max = 64) byte[] context,
            @ForAll @IntRange(min = 1, max = CounterModeKdf.OUTPUT_BYTES_MAX) int lengthBytes) {
        SecretBytes derived = CounterModeKdf.derive(SecretBytes.copyOf(key), label, context, lengthBytes);

        assertThat(exposed(derived)).isEqualTo(byBouncyCastle(key, label, context, lengthBytes));
    }

    @Test
    void refuses_a_label_that_could_run_into_the_context() {
        SecretBytes key = SecretBytes.takingOwnershipOf(new byte[32]);

        assertThatIllegalArgumentException().isThrownBy(() -> CounterModeKdf.derive(key, "a\0b", new byte[0], 32));
        assertThatIllegalArgumentException().isThrownBy(() -> CounterModeKdf.derive(key, "", new byte[0], 32));
    }

    @Test
    void refuses_to_derive_nothing_or_too_much() {
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

    /** Bouncy Castle's derivation, with the fixed input laid out as NIST SP 800-108r1, section 4, says. */
    private static byte[] byBouncyCastle(byte[] key, String label, byte[] context, int lengthBytes) {
        byte[] fixedInput = ByteBuffer.allocate(label.length() + 1 + context.length + 4)
                .put(label.getBytes(US_ASCII))
                .put((byte) 0)
                .put(context)
                .putInt(lengthBytes * 8)
                .array();
        var generator = new KDFCounterBytesGenerator(new HMac(SHA256Digest.newInstance()));
        generator.init(new KDFCounterParameters(key, fixedInput, 32));
        byte[] derived = new byte[lengthBytes];
        generator.generateBytes(derived, 0, lengthBytes);
        return derived;
    }
}
