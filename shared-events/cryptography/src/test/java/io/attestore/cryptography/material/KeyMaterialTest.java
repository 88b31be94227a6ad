package io.attestore.cryptography.material;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.secret;
import static io.attestore.cryptography.Secrets.withBitFlipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.attestore.cryptography.material.Decryption.Opened;
import io.attestore.cryptography.material.Decryption.Reason;
import io.attestore.cryptography.material.Decryption.Refused;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class KeyMaterialTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final EncryptionContext CONTEXT = EncryptionContext.of(
            Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-central-1:111122223333:parameter/db/password"));

    private final KeyMaterial material = KeyMaterial.generate(RANDOM);

    @Property(tries = 200)
    void opens_what_it_sealed(
            @ForAll @Size(max = CiphertextBlob.PLAINTEXT_BYTES_MAX) byte[] plaintext,
            @ForAll @Size(max = 5)
                    Map<@AlphaChars @StringLength(max = 9) String, @StringLength(max = 9) @AlphaChars String> pairs) {
        EncryptionContext context = EncryptionContext.of(pairs);
        byte[] blob = material.encrypt(SecretBytes.copyOf(plaintext), context, KEY_ID, RANDOM)
                .toBytes();

        CiphertextBlob parsed = CiphertextBlob.parse(blob).orElseThrow();

        assertThat(parsed.keyId()).isEqualTo(KEY_ID);
        assertThat(parsed.materialId()).isEqualTo(material.id());
        assertThat(parsed.toBytes()).isEqualTo(blob);
        assertThat(plaintextOf(material.decrypt(parsed, context))).isEqualTo(plaintext);
    }

    @Test
    void every_flipped_bit_of_a_blob_is_noticed() {
        byte[] blob = blob("s3cret").toBytes();

        for (int bit = 0; bit < 8 * blob.length; bit++) {
            Optional<Decryption> decryption =
                    CiphertextBlob.parse(withBitFlipped(blob, bit)).map(flipped -> material.decrypt(flipped, CONTEXT));
            assertThat(decryption.orElse(new Refused(Reason.NOT_AUTHENTIC)))
                    .as("bit %d", bit)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void every_truncation_and_extension_of_a_blob_is_noticed() {
        byte[] blob = blob("s3cret").toBytes();

        for (int length = 0; length < blob.length + 40; length++) {
            if (length == blob.length) {
                continue;
            }
            Optional<Decryption> decryption = CiphertextBlob.parse(Arrays.copyOf(blob, length))
                    .map(changed -> material.decrypt(changed, CONTEXT));
            assertThat(decryption.orElse(new Refused(Reason.NOT_AUTHENTIC)))
                    .as("length %d", length)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void does_not_open_under_another_context() {
        for (Map<String, String> other : List.of(
                Map.<String, String>of(),
                Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-central-1:111122223333:parameter/db/Password"),
                Map.of("parameter_arn", "arn:aws:ssm:eu-central-1:111122223333:parameter/db/password"),
                Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-central-1:111122223333:parameter/db/password", "more", ""))) {
            assertThat(material.decrypt(blob("s3cret"), EncryptionContext.of(other)))
                    .isEqualTo(new Refused(Reason.NOT_AUTHENTIC));
        }
    }

    @Test
    void does_not_open_what_another_material_sealed() {
        KeyMaterial other = KeyMaterial.generate(RANDOM);

        assertThat(other.decrypt(blob("s3cret"), CONTEXT)).isEqualTo(new Refused(Reason.OTHER_MATERIAL));
    }

    @Test
    void does_not_open_under_another_key_of_the_same_name() {
        KeyMaterial impostor = KeyMaterial.of(material.id(), SecretBytes.random(KeyMaterial.KEY_BYTES, RANDOM));

        assertThat(impostor.decrypt(blob("s3cret"), CONTEXT)).isEqualTo(new Refused(Reason.NOT_AUTHENTIC));
    }

    @Test
    void restored_material_opens_what_the_original_sealed() {
        try (SecretBytes key = material.copyKey();
                KeyMaterial restored = KeyMaterial.of(material.id(), key)) {
            assertThat(plaintextOf(restored.decrypt(blob("s3cret"), CONTEXT)))
                    .asString()
                    .isEqualTo("s3cret");
        }
    }

    @Test
    void seals_the_same_plaintext_differently_each_time() {
        assertThat(blob("s3cret").toBytes()).isNotEqualTo(blob("s3cret").toBytes());
    }

    @Test
    void seals_four_kilobytes_and_not_one_byte_more() {
        SecretBytes longest = SecretBytes.takingOwnershipOf(new byte[CiphertextBlob.PLAINTEXT_BYTES_MAX]);
        SecretBytes tooLong = SecretBytes.takingOwnershipOf(new byte[CiphertextBlob.PLAINTEXT_BYTES_MAX + 1]);

        byte[] blob =
                material.encrypt(longest, CONTEXT, "k".repeat(128), RANDOM).toBytes();

        assertThat(blob.length).isLessThanOrEqualTo(CiphertextBlob.BYTES_MAX);
        assertThat(plaintextOf(material.decrypt(CiphertextBlob.parse(blob).orElseThrow(), CONTEXT)))
                .hasSize(CiphertextBlob.PLAINTEXT_BYTES_MAX);
        assertThatIllegalArgumentException().isThrownBy(() -> material.encrypt(tooLong, CONTEXT, KEY_ID, RANDOM));
    }

    @Test
    void refuses_a_key_id_that_the_blob_could_not_carry() {
        for (String keyId : new String[] {"", "k".repeat(129), "alias/name", "k\u00e9y"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> material.encrypt(secret("s3cret"), CONTEXT, keyId, RANDOM));
        }
    }

    @Test
    void has_two_hundred_and_fifty_six_bits() {
        assertThat(exposed(material.copyKey())).hasSize(32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyMaterial.of(material.id(), SecretBytes.random(31, RANDOM)));
    }

    @Test
    void keeps_its_own_copy_of_the_key_it_was_given() {
        SecretBytes key = SecretBytes.random(KeyMaterial.KEY_BYTES, RANDOM);
        KeyMaterial restored = KeyMaterial.of(material.id(), key);
        key.close();

        assertThat(restored.encrypt(secret("s3cret"), CONTEXT, KEY_ID, RANDOM).toBytes())
                .isNotEmpty();
    }

    @Test
    void refuses_every_use_after_close() {
        CiphertextBlob blob = blob("s3cret");
        material.close();

        assertThatIllegalStateException().isThrownBy(() -> material.decrypt(blob, CONTEXT));
        assertThatIllegalStateException().isThrownBy(() -> blob("s3cret"));
        assertThatIllegalStateException().isThrownBy(material::copyKey);
    }

    @Test
    void prints_its_id_and_nothing_of_the_key() {
        assertThat(material).hasToString("KeyMaterial[id=" + material.id().value() + "]");
        assertThat(blob("s3cret"))
                .hasToString("CiphertextBlob[keyId=" + KEY_ID + ", materialId=" + material.id() + "]");
        assertThat(material.decrypt(blob("s3cret"), CONTEXT)).hasToString("Opened[plaintext=SecretBytes[redacted]]");
    }

    @Test
    void names_its_material_by_sixty_four_hex_digits() {
        assertThat(MaterialId.isValid(material.id().value())).isTrue();
        for (String malformed : new String[] {"", "0".repeat(63), "0".repeat(65), "A".repeat(64), "g".repeat(64)}) {
            assertThat(MaterialId.isValid(malformed)).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> new MaterialId(malformed));
        }
        assertThat(KeyMaterial.generate(RANDOM).id()).isNotEqualTo(material.id());
    }

    private CiphertextBlob blob(String plaintext) {
        return material.encrypt(secret(plaintext), CONTEXT, KEY_ID, RANDOM);
    }

    private static byte[] plaintextOf(Decryption decryption) {
        return switch (decryption) {
            case Opened opened -> exposed(opened.plaintext());
            case Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}
