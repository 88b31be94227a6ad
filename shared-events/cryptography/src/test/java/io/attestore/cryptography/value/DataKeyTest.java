package io.attestore.cryptography.value;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.secret;
import static io.attestore.cryptography.Secrets.withBitFlipped;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.attestore.cryptography.CountingRandom;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DataKeyTest {

    /**
     * The bytes that version 1 of the format has had from its first day: what was sealed once must open for ever. The
     * same bytes came out of an independent implementation of the documented format over OpenSSL.
     */
    private static final String FROZEN = "01000102030405060708090a0b2676a27eb691a77f52a6f6524a22d4e4c1030ec141344daa";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PLACE = "parameter /db/password, version 3".getBytes(UTF_8);

    private final DataKey key = DataKey.generate(RANDOM);

    @Property(tries = 200)
    void opens_what_it_sealed_for_the_same_place(@ForAll @Size(max = 9000) byte[] plaintext, @ForAll byte[] place) {
        byte[] sealed = key.seal(SecretBytes.copyOf(plaintext), place, RANDOM);

        assertThat(exposed(key.open(sealed, place))).isEqualTo(plaintext);
    }

    @Test
    void the_format_is_frozen() {
        DataKey counting = DataKey.generate(new CountingRandom());

        byte[] sealed = counting.seal(secret("attested"), PLACE, new CountingRandom());

        assertThat(HexFormat.of().formatHex(sealed)).isEqualTo(FROZEN);
        assertThat(exposed(counting.open(HexFormat.of().parseHex(FROZEN), PLACE)))
                .asString()
                .isEqualTo("attested");
    }

    @Test
    void every_flipped_bit_is_noticed() {
        byte[] sealed = sealed();

        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            assertBroken(key, withBitFlipped(sealed, bit), PLACE);
        }
    }

    @Test
    void every_truncation_and_extension_is_noticed() {
        byte[] sealed = sealed();

        for (int length = 0; length < sealed.length; length++) {
            assertBroken(key, Arrays.copyOf(sealed, length), PLACE);
        }
        assertBroken(key, Arrays.copyOf(sealed, sealed.length + 1), PLACE);
        assertBroken(key, Arrays.copyOf(sealed, 29 + DataKey.PLAINTEXT_BYTES_MAX + 1), PLACE);
    }

    @Test
    void does_not_open_for_another_place_or_under_another_key() {
        assertBroken(key, sealed(), "parameter /db/password, version 4".getBytes(UTF_8));
        assertBroken(key, sealed(), new byte[0]);
        assertBroken(DataKey.generate(RANDOM), sealed(), PLACE);
    }

    @Test
    void seals_the_same_plaintext_differently_each_time() {
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void seals_the_longest_value_and_not_one_byte_more() {
        SecretBytes longest = SecretBytes.takingOwnershipOf(new byte[DataKey.PLAINTEXT_BYTES_MAX]);
        SecretBytes tooLong = SecretBytes.takingOwnershipOf(new byte[DataKey.PLAINTEXT_BYTES_MAX + 1]);

        assertThat(key.open(key.seal(longest, PLACE, RANDOM), PLACE).length()).isEqualTo(DataKey.PLAINTEXT_BYTES_MAX);
        assertThatIllegalArgumentException().isThrownBy(() -> key.seal(tooLong, PLACE, RANDOM));
    }

    @Test
    void keeps_its_own_copy_of_the_key_it_was_given() {
        try (SecretBytes copy = key.copyKey()) {
            DataKey restored = DataKey.of(copy);
            copy.close();
            assertThat(exposed(restored.open(sealed(), PLACE))).asString().isEqualTo("s3cret");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> DataKey.of(SecretBytes.random(16, RANDOM)));
    }

    @Test
    void refuses_every_use_after_close() {
        byte[] sealed = sealed();
        key.close();

        assertThatIllegalStateException().isThrownBy(() -> key.open(sealed, PLACE));
        assertThatIllegalStateException().isThrownBy(this::sealed);
        assertThatIllegalStateException().isThrownBy(key::copyKey);
    }

    @Test
    void prints_nothing() {
        assertThat(key).hasToString("DataKey[redacted]");
    }

    private byte[] sealed() {
        return key.seal(secret("s3cret"), PLACE, RANDOM);
    }

    private static void assertBroken(DataKey key, byte[] sealed, byte[] place) {
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> key.open(sealed, place))
                .withNoCause();
    }
}
