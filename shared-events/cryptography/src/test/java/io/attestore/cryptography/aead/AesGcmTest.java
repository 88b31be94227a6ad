package io.attestore.cryptography.aead;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.VectorFile.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.VectorFile;
import io.attestore.cryptography.secret.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cipher against Wycheproof's vectors (github.com/C2SP/wycheproof, testvectors_v1/aes_gcm_test.json) for the only
 * sizes used here: 256-bit key, 96-bit IV, 128-bit tag. Not covered: test cases 107 to 127, which are longer messages
 * and longer associated data of the same kind.
 */
class AesGcmTest {

    record Vector(
            String testCase,
            boolean valid,
            byte[] key,
            byte[] iv,
            byte[] associatedData,
            byte[] message,
            byte[] ciphertextAndTag) {

        static Vector of(String[] row) {
            return new Vector(
                    row[0],
                    row[1].equals("valid"),
                    hex(row[2]),
                    hex(row[3]),
                    hex(row[4]),
                    hex(row[5]),
                    hex((row[6] + row[7]).replace("-", "")));
        }

        @Override
        public String toString() {
            return "Wycheproof " + testCase;
        }
    }

    static List<Vector> wycheproof() {
        return VectorFile.rows(AesGcmTest.class, "wycheproof-aes-256-gcm.txt").stream()
                .map(Vector::of)
                .toList();
    }

    @Test
    void the_vectors_are_all_there() {
        assertThat(wycheproof()).hasSize(45);
        assertThat(wycheproof().stream().filter(Vector::valid)).hasSize(18);
    }

    @ParameterizedTest
    @MethodSource("wycheproof")
    void opens_what_is_valid_and_nothing_else(Vector vector) {
        var opened = AesGcm.open(
                SecretBytes.copyOf(vector.key()), vector.iv(), vector.associatedData(), vector.ciphertextAndTag());

        if (vector.valid()) {
            assertThat(exposed(opened.orElseThrow())).isEqualTo(vector.message());
        } else {
            assertThat(opened).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("wycheproof")
    void seals_to_the_valid_ciphertext(Vector vector) {
        byte[] sealed = AesGcm.seal(
                SecretBytes.copyOf(vector.key()),
                vector.iv(),
                vector.associatedData(),
                SecretBytes.copyOf(vector.message()));

        assertThat(Arrays.equals(sealed, vector.ciphertextAndTag())).isEqualTo(vector.valid());
    }

    @Test
    void does_not_open_less_than_a_tag() {
        for (int length = 0; length < AesGcm.TAG_BYTES; length++) {
            assertThat(AesGcm.open(key(32), new byte[12], new byte[0], new byte[length]))
                    .isEmpty();
        }
    }

    @Test
    void takes_no_other_size_of_key_or_iv() {
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcm.seal(key(16), new byte[12], new byte[0], key(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcm.seal(key(32), new byte[16], new byte[0], key(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AesGcm.open(key(24), new byte[12], new byte[0], new byte[16]));
    }

    @Test
    void the_key_it_lends_to_the_jdk_is_wiped_and_never_printed_or_serialised() throws Exception {
        WipedKey lent = new WipedKey("AES", SecretBytes.copyOf(new byte[] {1, 2, 3}));

        assertThat(lent.getAlgorithm()).isEqualTo("AES");
        assertThat(lent.getFormat()).isEqualTo("RAW");
        assertThat(lent.getEncoded()).containsExactly(1, 2, 3);
        assertThat(lent).hasToString("WipedKey[redacted]");
        try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> stream.writeObject(lent)).isInstanceOf(NotSerializableException.class);
        }
        lent.close();
        assertThat(lent.getEncoded()).containsExactly(0, 0, 0);
    }

    private static SecretBytes key(int length) {
        return SecretBytes.takingOwnershipOf(new byte[length]);
    }
}
