package io.attestore.cryptography.material;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.CountingRandom;
import io.attestore.cryptography.material.Decryption.Opened;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CiphertextBlobTest {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * The bytes that version 1 of the format has had from its first day: what was sealed once must open for ever. The
     * same bytes came out of an independent implementation of the documented format over OpenSSL.
     */
    private static final String FROZEN =
            "0101056d726b2d30000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
                    + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b"
                    + "5eea1c4e288d789e8352eadc927c9ab6b92b9fe4c9fd78d0";

    private final KeyMaterial material = KeyMaterial.generate(new CountingRandom());
    private final EncryptionContext context = EncryptionContext.of(Map.of("purpose", "test"));

    @Test
    void the_format_is_frozen() {
        CiphertextBlob blob = material.encrypt(secret("attested"), context, "mrk-0", new CountingRandom());

        assertThat(HEX.formatHex(blob.toBytes())).isEqualTo(FROZEN);
        assertThat(material.decrypt(CiphertextBlob.parse(HEX.parseHex(FROZEN)).orElseThrow(), context))
                .isInstanceOfSatisfying(
                        Opened.class,
                        opened -> assertThat(exposed(opened.plaintext()))
                                .asString()
                                .isEqualTo("attested"));
    }

    @Test
    void lays_out_its_fields_as_documented() {
        byte[] blob = material.encrypt(secret("attested"), context, "mrk-0", new CountingRandom())
                .toBytes();

        assertThat(Arrays.copyOf(blob, 8)).containsExactly(1, 1, 5, 'm', 'r', 'k', '-', '0');
        assertThat(HEX.formatHex(blob, 8, 40)).isEqualTo(material.id().value());
        assertThat(Arrays.copyOfRange(blob, 40, 68)).isEqualTo(counting(28));
        assertThat(blob).hasSize(68 + "attested".length() + 16);
    }

    @Property
    void any_bytes_parse_to_a_blob_of_the_same_bytes_or_to_nothing(@ForAll @Size(max = 300) byte[] bytes) {
        CiphertextBlob.parse(bytes).ifPresent(blob -> assertThat(blob.toBytes()).isEqualTo(bytes));
    }

    @Property
    void bytes_behind_a_valid_start_parse_to_a_blob_of_the_same_bytes_or_to_nothing(
            @ForAll @Size(max = 300) byte[] rest) {
        byte[] bytes = ByteBuffer.allocate(2 + rest.length)
                .put(new byte[] {1, 1})
                .put(rest)
                .array();

        CiphertextBlob.parse(bytes).ifPresent(blob -> assertThat(blob.toBytes()).isEqualTo(bytes));
    }

    @Test
    void takes_every_length_of_key_id_from_one_to128() {
        for (int length = 0; length < 256; length++) {
            boolean parsed = CiphertextBlob.parse(blobWithKeyId(length, 16)).isPresent();
            assertThat(parsed).as("key id of %d", length).isEqualTo(length >= 1 && length <= 128);
        }
    }

    @Test
    void takes_no_more_ciphertext_than_kms_seals() {
        assertThat(CiphertextBlob.parse(blobWithKeyId(36, 16 + 4096))).isPresent();
        assertThat(CiphertextBlob.parse(blobWithKeyId(36, 16 + 4097))).isEmpty();
        assertThat(CiphertextBlob.parse(blobWithKeyId(36, 15))).isEmpty();
    }

    @Test
    void refuses_what_is_too_long_to_be_a_blob_at_all() {
        assertThat(CiphertextBlob.parse(new byte[CiphertextBlob.BYTES_MAX + 1])).isEmpty();
        assertThat(CiphertextBlob.parse(new byte[0])).isEmpty();
    }

    @Test
    void refuses_other_versions_algorithms_and_alphabets() {
        byte[] good = blobWithKeyId(36, 16);
        for (int offset : new int[] {0, 1}) {
            byte[] other = good.clone();
            other[offset] = 2;
            assertThat(CiphertextBlob.parse(other)).isEmpty();
        }
        byte[] notAscii = good.clone();
        notAscii[3] = (byte) 0xe9;
        assertThat(CiphertextBlob.parse(notAscii)).isEmpty();
    }

    private static byte[] blobWithKeyId(int keyIdLength, int sealedLength) {
        byte[] keyId = new byte[keyIdLength];
        Arrays.fill(keyId, (byte) 'k');
        return ByteBuffer.allocate(3 + keyIdLength + 60 + sealedLength)
                .put(new byte[] {1, 1, (byte) keyIdLength})
                .put(keyId)
                .array();
    }

    private static byte[] counting(int length) {
        return exposed(SecretBytes.random(length, new CountingRandom()));
    }
}
