package io.attestore.cryptography.envelope;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.secret;
import static io.attestore.cryptography.Secrets.withBitFlipped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.attestore.cryptography.material.EncryptionContext;
import io.attestore.cryptography.secret.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedMessageTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY_ARN =
            "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final EncryptionContext CONTEXT = EncryptionContext.of(
            Map.of("PARAMETER_ARN", "arn:aws:ssm:eu-central-1:111122223333:parameter/db/password"));

    private final SecretBytes dataKey = SecretBytes.random(EncryptedMessage.DATA_KEY_BYTES, RANDOM);

    @Property(tries = 200)
    void opens_what_it_sealed(
            @ForAll @Size(max = EncryptedMessage.PLAINTEXT_BYTES_MAX) byte[] plaintext,
            @ForAll @Size(max = 5)
                    Map<@AlphaChars @StringLength(max = 9) String, @StringLength(max = 9) @AlphaChars String> pairs) {
        EncryptionContext context = EncryptionContext.of(pairs);
        byte[] message = sealed(SecretBytes.copyOf(plaintext), context);

        EncryptedMessage parsed = EncryptedMessage.parse(message).orElseThrow();

        assertThat(parsed.context()).isEqualTo(context);
        assertThat(parsed.toBytes()).isEqualTo(message);
        assertThat(exposed(parsed.open(dataKey).orElseThrow())).isEqualTo(plaintext);
    }

    @Test
    void the_data_key_is_named_as_kms_names_it() {
        EncryptedDataKey named = EncryptedMessage.parse(sealed(secret("s3cret"), CONTEXT))
                .orElseThrow()
                .dataKeys()
                .getFirst();

        assertThat(named.provider()).isEqualTo("aws-kms");
        assertThat(named.providerInformation()).isEqualTo(KEY_ARN);
        assertThat(named.ciphertext()).isEqualTo("encrypted".getBytes(UTF_8));
    }

    @Test
    void every_flipped_bit_is_noticed() {
        byte[] message = sealed(secret("s3cret"), CONTEXT);

        for (int bit = 0; bit < 8 * message.length; bit++) {
            Optional<SecretBytes> opened =
                    EncryptedMessage.parse(withBitFlipped(message, bit)).flatMap(flipped -> flipped.open(dataKey));
            assertThat(opened).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void every_truncation_and_extension_is_noticed() {
        byte[] message = sealed(secret("s3cret"), CONTEXT);

        for (int length = 0; length < message.length + 40; length++) {
            if (length != message.length) {
                assertThat(EncryptedMessage.parse(Arrays.copyOf(message, length))
                                .flatMap(other -> other.open(dataKey)))
                        .as("length %d", length)
                        .isEmpty();
            }
        }
    }

    @Test
    void another_data_key_opens_nothing() {
        EncryptedMessage message =
                EncryptedMessage.parse(sealed(secret("s3cret"), CONTEXT)).orElseThrow();

        assertThat(message.open(SecretBytes.random(EncryptedMessage.DATA_KEY_BYTES, RANDOM)))
                .isEmpty();
    }

    @Property
    void no_bytes_make_the_reader_fail(@ForAll byte[] bytes) {
        assertThat(EncryptedMessage.parse(bytes).flatMap(message -> message.open(dataKey)))
                .isEmpty();
    }

    @Property
    void no_bytes_after_the_first_three_make_the_reader_fail(@ForAll byte[] bytes) {
        byte[] ours = Arrays.copyOf(sealed(secret("s3cret"), CONTEXT), 35 + bytes.length);
        System.arraycopy(bytes, 0, ours, 35, bytes.length);

        assertThat(EncryptedMessage.parse(ours).flatMap(message -> message.open(dataKey)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame-16", "frame-4096"})
    void opens_what_aws_wrote_in_one_frame_and_in_several(String name) throws IOException {
        Properties written = writtenByAws();
        EncryptedMessage message = EncryptedMessage.parse(HexFormat.of().parseHex(written.getProperty(name)))
                .orElseThrow();

        assertThat(message.context())
                .isEqualTo(EncryptionContext.of(Map.of(
                        "PARAMETER_ARN", "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db", "purpose", "test")));
        try (SecretBytes inClear =
                SecretBytes.takingOwnershipOf(message.dataKeys().getFirst().ciphertext())) {
            assertThat(exposed(message.open(inClear).orElseThrow()))
                    .isEqualTo(written.getProperty("text").getBytes(UTF_8));
        }
    }

    @Test
    void frames_that_aws_wrote_cannot_be_left_out() throws IOException {
        byte[] message = HexFormat.of().parseHex(writtenByAws().getProperty("frame-16"));
        int frame = 4 + 12 + 16 + 16;
        int body = message.length - 2 * frame - (4 + 4 + 12 + 4 + 11 + 16);
        byte[] shorter = new byte[message.length - frame];
        System.arraycopy(message, 0, shorter, 0, body);
        System.arraycopy(message, body + frame, shorter, body, message.length - body - frame);

        EncryptedMessage parsed = EncryptedMessage.parse(shorter).orElseThrow();

        try (SecretBytes inClear =
                SecretBytes.takingOwnershipOf(parsed.dataKeys().getFirst().ciphertext())) {
            assertThat(parsed.open(inClear)).isEmpty();
        }
    }

    @Test
    void a_plaintext_and_a_data_key_have_their_lengths() {
        SecretBytes tooLong = SecretBytes.takingOwnershipOf(new byte[EncryptedMessage.PLAINTEXT_BYTES_MAX + 1]);
        EncryptedDataKey named = EncryptedDataKey.ofKms(KEY_ARN, new byte[1]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedMessage.seal(dataKey, named, CONTEXT, tooLong, RANDOM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedMessage.seal(secret("short"), named, CONTEXT, secret("s3cret"), RANDOM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedDataKey.ofKms(KEY_ARN, new byte[EncryptedDataKey.FIELD_BYTES_MAX + 1]));
    }

    @Test
    void no_text_of_a_message_holds_what_it_seals() {
        EncryptedMessage message =
                EncryptedMessage.parse(sealed(secret("s3cret"), CONTEXT)).orElseThrow();

        assertThat(message).hasToString("EncryptedMessage[dataKeys=[EncryptedDataKey[aws-kms, " + KEY_ARN + "]]]");
    }

    private byte[] sealed(SecretBytes plaintext, EncryptionContext context) {
        EncryptedDataKey named = EncryptedDataKey.ofKms(KEY_ARN, "encrypted".getBytes(UTF_8));
        return EncryptedMessage.seal(dataKey, named, context, plaintext, RANDOM).toBytes();
    }

    private static Properties writtenByAws() throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                EncryptedMessageTest.class.getResourceAsStream("aws-encryption-sdk-messages.properties")) {
            properties.load(in);
        }
        return properties;
    }
}
