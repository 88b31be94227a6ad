package io.attestore.cryptography.root;

import static io.attestore.cryptography.Secrets.exposed;
import static io.attestore.cryptography.Secrets.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.attestore.cryptography.CountingRandom;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootKeyTextTest {

    private static final String COUNTING = "attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void is_one_line_with_a_version() {
        assertThat(exposed(RootKeyText.of(RootKey.generate(new CountingRandom()))))
                .asString()
                .isEqualTo(COUNTING + "\n");
    }

    @Test
    void reads_what_it_wrote() {
        RootKey rootKey = RootKey.generate(new SecureRandom());

        assertThat(RootKeyText.parse(RootKeyText.of(rootKey)).id()).isEqualTo(rootKey.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", " \n"})
    void tolerates_what_an_editor_or_a_shell_leaves_at_the_end(String end) {
        RootKeyId expected = RootKey.generate(new CountingRandom()).id();

        assertThat(RootKeyText.parse(secret(COUNTING + end)).id()).isEqualTo(expected);
        assertThat(RootKeyText.parseEnvironmentVariable(COUNTING + end).id()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "attestore-root-key-v1:",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                " attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "attestore-root-key-v2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8fHx==",
                "attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8f",
                "attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==",
                "attestore-root-key-v1:AAECAwQFBgcICQoLDA0ODxAREhMU*RYXGBkaGxwdHh8="
            })
    void refuses_anything_else_without_repeating_it(String text) {
        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyText.parse(secret(text)))
                .withMessage("Not a root key: expected one line, attestore-root-key-v1: and 32 bytes in base64")
                .withNoCause();
        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyText.parseEnvironmentVariable(text))
                .withNoCause();
    }

    @Test
    void refuses_an_environment_variable_that_is_far_too_long() {
        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyText.parseEnvironmentVariable(COUNTING + "\n".repeat(10_000)));
    }
}
