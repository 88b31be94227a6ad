package io.attestore.cryptography.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.CountingRandom;
import java.nio.CharBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SecretBytesTest {

    @Test
    void characters_are_counted_and_not_bytes() {
        for (String text : List.of("", "abc", "äöü", "a\u20acb", "\ud83d\ude00!")) {
            SecretBytes secret = SecretBytes.copyOf(text.getBytes(UTF_8));

            assertThat(secret.characters()).isEqualTo(text.codePointCount(0, text.length()));
        }
    }

    @Test
    void a_closed_secret_is_not_copied() {
        SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2});
        SecretBytes copy = secret.copyIfOpen().orElseThrow();

        secret.close();

        assertThat(secret.copyIfOpen()).isEmpty();
        assertThat(copy.copyOut(InsecureSecretAccess.get())).containsExactly(1, 2);
    }

    private static final SecretAccess ACCESS = InsecureSecretAccess.get();

    @Test
    void prints_nothing_of_its_content() {
        SecretBytes secret = SecretBytes.copyOf("hunter2".getBytes(UTF_8));

        assertThat(secret).hasToString("SecretBytes[redacted]");
    }

    @Test
    void is_not_equal_to_another_with_the_same_content() {
        SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3});

        assertThat(secret).isNotEqualTo(secret.copy());
    }

    @Property
    void compares_content_only_when_asked_to(@ForAll byte[] left, @ForAll byte[] right) {
        boolean same = SecretBytes.copyOf(left).equalsConstantTime(SecretBytes.copyOf(right));

        assertThat(same).isEqualTo(java.util.Arrays.equals(left, right));
        assertThat(SecretBytes.copyOf(left).equalsConstantTime(SecretBytes.copyOf(left)))
                .isTrue();
    }

    @Test
    void takes_an_array_over_and_wipes_it_on_close() {
        byte[] owned = {1, 2, 3};
        SecretBytes secret = SecretBytes.takingOwnershipOf(owned);

        secret.close();

        assertThat(owned).containsOnly(0);
    }

    @Test
    void leaves_a_copied_array_alone() {
        byte[] original = {1, 2, 3};
        SecretBytes secret = SecretBytes.copyOf(original);
        original[0] = 9;

        assertThat(secret.copyOut(ACCESS)).containsExactly(1, 2, 3);
        secret.close();
        assertThat(original).containsExactly(9, 2, 3);
    }

    @Test
    void a_copy_outlives_its_original() {
        SecretBytes original = SecretBytes.copyOf(new byte[] {1, 2, 3});
        SecretBytes copy = original.copy();

        original.close();

        assertThat(copy.copyOut(ACCESS)).containsExactly(1, 2, 3);
    }

    @Test
    void wipes_what_it_lent_even_when_the_use_fails() {
        SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3});
        AtomicReference<byte[]> toFunction = new AtomicReference<>();
        AtomicReference<byte[]> toConsumer = new AtomicReference<>();
        AtomicReference<byte[]> toFailure = new AtomicReference<>();

        int sum = secret.withBytes(ACCESS, bytes -> {
            toFunction.set(bytes);
            return bytes[0] + bytes[1] + bytes[2];
        });
        secret.useBytes(ACCESS, bytes -> {
            toConsumer.set(bytes);
            assertThat(bytes).containsExactly(1, 2, 3);
        });
        ThrowingCallable failingUse = () -> secret.useBytes(ACCESS, bytes -> {
            toFailure.set(bytes);
            throw new UnsupportedOperationException();
        });

        assertThatThrownBy(failingUse).isInstanceOf(UnsupportedOperationException.class);
        assertThat(sum).isEqualTo(6);
        assertThat(List.of(toFunction.get(), toConsumer.get(), toFailure.get()))
                .allSatisfy(lent -> assertThat(lent).containsExactly(0, 0, 0));
        assertThat(secret.copyOut(ACCESS)).containsExactly(1, 2, 3);
    }

    @Test
    void refuses_every_use_after_close() {
        SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3});
        SecretBytes open = SecretBytes.copyOf(new byte[] {0, 0, 0});
        secret.close();
        secret.close();

        assertThat(List.<ThrowingCallable>of(
                        secret::length,
                        secret::copy,
                        () -> secret.copyOut(ACCESS),
                        () -> secret.withBytes(ACCESS, bytes -> bytes.length),
                        () -> secret.useBytes(ACCESS, bytes -> {}),
                        () -> secret.equalsConstantTime(open),
                        () -> open.equalsConstantTime(secret)))
                .allSatisfy(
                        use -> assertThatIllegalStateException().isThrownBy(use).withMessage("The secret was closed"));
        assertThat(secret).hasToString("SecretBytes[redacted]");
    }

    @Property
    void encodes_characters_as_java_does(@ForAll String text) {
        String wellFormed = new String(text.getBytes(UTF_8), UTF_8);
        CharBuffer characters = CharBuffer.wrap(wellFormed.toCharArray());

        SecretBytes secret = SecretBytes.utf8Of(characters);

        assertThat(secret.copyOut(ACCESS)).isEqualTo(wellFormed.getBytes(UTF_8));
        assertThat(secret.length()).isEqualTo(wellFormed.getBytes(UTF_8).length);
        assertThat(characters.remaining()).isEqualTo(wellFormed.length());
    }

    @Test
    void refuses_a_lone_surrogate_without_repeating_it() {
        for (String malformed : List.of("pass\uD800word", "password\uD800", "\uDC00")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecretBytes.utf8Of(CharBuffer.wrap(malformed)))
                    .withMessage("The characters are not well-formed Unicode")
                    .withNoCause();
        }
    }

    @Test
    void draws_random_bytes_from_the_source_it_is_given() {
        SecretBytes secret = SecretBytes.random(4, new CountingRandom());

        assertThat(secret.copyOut(ACCESS)).containsExactly(0, 1, 2, 3);
    }
}
