package io.attestore.cryptography.root;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.secret;
import static io.attestore.cryptography.Secrets.withBitFlipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.cryptography.CountingRandom;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.UnwrapException.Reason;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RootKeyTest {

    /**
     * The bytes that version 1 of the format has had from its first day: what was wrapped once must open for ever. The
     * same bytes came out of an independent implementation of the documented format over OpenSSL.
     */
    private static final String FROZEN = "010238db3def8712fccb000102030405060708090a0b0c0d0e0f101112131415161718191a1b"
            + "b5b5707c29ecf29516e4fc2e2b6adf509a69f944bcf17d1bbad9443e1cf4b1ab"
            + "b3fe7c2fa1f44da2f2f3a3ec25d0554b";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROW = "parameter/111122223333/eu-central-1//db/password/3";

    private final RootKey rootKey = RootKey.generate(RANDOM);

    @Test
    void unwraps_the_key_material_it_wrapped_with_its_id() {
        KeyMaterial material = KeyMaterial.generate(RANDOM);

        KeyMaterial unwrapped = rootKey.unwrapKeyMaterial(ROW, rootKey.wrap(ROW, material, RANDOM));

        assertThat(unwrapped.id()).isEqualTo(material.id());
        assertThat(unwrapped.copyKey().equalsConstantTime(material.copyKey())).isTrue();
    }

    @Test
    void unwraps_the_data_key_it_wrapped() {
        DataKey dataKey = DataKey.generate(RANDOM);

        DataKey unwrapped = rootKey.unwrapDataKey(ROW, rootKey.wrap(ROW, dataKey, RANDOM));

        assertThat(unwrapped.copyKey().equalsConstantTime(dataKey.copyKey())).isTrue();
    }

    @Property(tries = 200)
    void unwraps_any_secret_it_wrapped(@ForAll @Size(max = 3000) byte[] content) {
        byte[] wrapped = rootKey.wrap(ROW, SecretBytes.copyOf(content), RANDOM);

        assertThat(exposed(rootKey.unwrapSecret(ROW, wrapped))).isEqualTo(content);
    }

    @Test
    void the_format_and_the_derivations_are_frozen() {
        RootKey counting = RootKey.generate(new CountingRandom());
        DataKey dataKey = DataKey.generate(new CountingRandom());

        byte[] wrapped = counting.wrap(ROW, dataKey, new CountingRandom());

        assertThat(HexFormat.of().formatHex(wrapped)).isEqualTo(FROZEN);
        assertThat(counting.id()).hasToString("38db3def8712fccb");
        assertThat(HexFormat.of().formatHex(counting.authenticator("anchor").tag(new byte[0])))
                .isEqualTo("9677ff24baf1647346a3ca4d4094edeb770287763f327d6e656b91dbd9114236");
        assertThat(counting.unwrapDataKey(ROW, HexFormat.of().parseHex(FROZEN))
                        .copyKey()
                        .equalsConstantTime(dataKey.copyKey()))
                .isTrue();
    }

    @Test
    void lays_out_its_fields_as_documented() {
        byte[] wrapped = rootKey.wrap(ROW, DataKey.generate(RANDOM), new CountingRandom());

        assertThat(Arrays.copyOf(wrapped, 2)).containsExactly(1, 2);
        assertThat(HexFormat.of().formatHex(wrapped, 2, 10))
                .isEqualTo(rootKey.id().value());
        assertThat(Arrays.copyOfRange(wrapped, 10, 38))
                .isEqualTo(exposed(SecretBytes.random(28, new CountingRandom())));
        assertThat(wrapped).hasSize(38 + 32 + 16);
    }

    @Test
    void two_wrappings_of_the_same_key_differ() {
        DataKey dataKey = DataKey.generate(RANDOM);

        assertThat(rootKey.wrap(ROW, dataKey, RANDOM)).isNotEqualTo(rootKey.wrap(ROW, dataKey, RANDOM));
    }

    @Test
    void does_not_open_a_row_that_was_moved() {
        byte[] wrapped = rootKey.wrap(ROW, DataKey.generate(RANDOM), RANDOM);

        assertThat(reasonOf(() -> rootKey.unwrapDataKey(ROW + "0", wrapped))).isEqualTo(Reason.NOT_AUTHENTIC);
    }

    @Test
    void does_not_open_a_key_as_another_kind() {
        byte[] dataKey = rootKey.wrap(ROW, DataKey.generate(RANDOM), RANDOM);
        byte[] material = rootKey.wrap(ROW, KeyMaterial.generate(RANDOM), RANDOM);
        byte[] secret = rootKey.wrap(ROW, secret("s3cret"), RANDOM);

        assertThat(List.<ThrowingCallable>of(
                        () -> rootKey.unwrapKeyMaterial(ROW, dataKey),
                        () -> rootKey.unwrapSecret(ROW, dataKey),
                        () -> rootKey.unwrapDataKey(ROW, material),
                        () -> rootKey.unwrapDataKey(ROW, secret)))
                .allSatisfy(use -> assertThat(reasonOf(use)).isEqualTo(Reason.NOT_AUTHENTIC));
    }

    @Test
    void tells_the_wrong_root_key_from_a_damaged_row() {
        byte[] wrapped = rootKey.wrap(ROW, DataKey.generate(RANDOM), RANDOM);
        RootKey other = RootKey.generate(RANDOM);

        UnwrapException failure = catchThrowableOfType(UnwrapException.class, () -> other.unwrapDataKey(ROW, wrapped));

        assertThat(failure.reason()).isEqualTo(Reason.OTHER_ROOT_KEY);
        assertThat(failure)
                .hasMessageContainingAll(rootKey.id().value(), other.id().value());
    }

    @Test
    void every_flipped_bit_is_noticed() {
        byte[] wrapped = rootKey.wrap(ROW, DataKey.generate(RANDOM), RANDOM);

        for (int bit = 0; bit < 8 * wrapped.length; bit++) {
            byte[] flipped = withBitFlipped(wrapped, bit);
            boolean inRootKeyId = bit >= 8 * 2 && bit < 8 * 10;
            assertThat(reasonOf(() -> rootKey.unwrapDataKey(ROW, flipped)))
                    .as("bit %d", bit)
                    .isEqualTo(inRootKeyId ? Reason.OTHER_ROOT_KEY : Reason.NOT_AUTHENTIC);
        }
    }

    @Test
    void every_truncation_and_extension_is_noticed() {
        byte[] wrapped = rootKey.wrap(ROW, DataKey.generate(RANDOM), RANDOM);

        for (int length = 0; length < wrapped.length + 20; length++) {
            if (length != wrapped.length) {
                byte[] changed = Arrays.copyOf(wrapped, length);
                assertThat(reasonOf(() -> rootKey.unwrapDataKey(ROW, changed))).isEqualTo(Reason.NOT_AUTHENTIC);
            }
        }
        byte[] endless = Arrays.copyOf(wrapped, 1 << 20);
        assertThat(reasonOf(() -> rootKey.unwrapDataKey(ROW, endless))).isEqualTo(Reason.NOT_AUTHENTIC);
    }

    @Test
    void limits_what_it_wraps() {
        SecretBytes longest = SecretBytes.takingOwnershipOf(new byte[16 * 1024]);
        SecretBytes tooLong = SecretBytes.takingOwnershipOf(new byte[16 * 1024 + 1]);

        assertThat(rootKey.unwrapSecret(ROW, rootKey.wrap(ROW, longest, RANDOM)).length())
                .isEqualTo(16 * 1024);
        assertThatIllegalArgumentException().isThrownBy(() -> rootKey.wrap(ROW, tooLong, RANDOM));
        assertThat(rootKey.wrap("r".repeat(RootKey.ROW_ID_LENGTH_MAX), secret("s3cret"), RANDOM))
                .isNotEmpty();
        for (String rowId : new String[] {"", "r".repeat(RootKey.ROW_ID_LENGTH_MAX + 1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> rootKey.wrap(rowId, secret("s3cret"), RANDOM));
            assertThatIllegalArgumentException().isThrownBy(() -> rootKey.unwrapSecret(rowId, new byte[60]));
        }
    }

    @Test
    void refuses_every_use_after_close() {
        byte[] wrapped = rootKey.wrap(ROW, secret("s3cret"), RANDOM);
        rootKey.close();

        assertThat(List.<ThrowingCallable>of(
                        () -> rootKey.wrap(ROW, secret("s3cret"), RANDOM),
                        () -> rootKey.unwrapSecret(ROW, wrapped),
                        () -> rootKey.authenticator("anchor"),
                        rootKey::copyKey))
                .allSatisfy(use -> assertThatIllegalStateException().isThrownBy(use));
    }

    @Test
    void prints_its_id_and_nothing_of_the_key() {
        assertThat(rootKey).hasToString("RootKey[id=" + rootKey.id() + "]");
        assertThat(rootKey.id().value()).matches("[0-9a-f]{16}");
        assertThatIllegalArgumentException().isThrownBy(() -> new RootKeyId("not an id"));
        assertThatIllegalArgumentException().isThrownBy(() -> RootKey.of(SecretBytes.random(31, RANDOM)));
    }

    private static Reason reasonOf(ThrowingCallable use) {
        UnwrapException failure = catchThrowableOfType(UnwrapException.class, use);
        assertThat(failure).hasNoCause();
        return failure.reason();
    }
}
