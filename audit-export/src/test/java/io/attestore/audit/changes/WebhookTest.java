package io.attestore.audit.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.secret.SecretFileException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    @TempDir
    Path folder;

    /** The example of the specification's reference libraries. */
    @Test
    void the_signature_is_that_of_standard_webhooks() throws Exception {
        WebhookSecret secret = secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!!!!", "whsec_c2hvcnQ="})
    void a_file_that_holds_no_secret_is_refused_without_repeating_it(String content) {
        assertThatThrownBy(() -> secret(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has to hold whsec_ and 24 to 64 bytes in base64");
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), WebhookReceiver.SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> WebhookSecret.read(file))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContainingAll("webhook's secret", file.toString(), "rw-r--r--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://hooks.example.com/a?b=c", "http://localhost:8080/", "http://127.0.0.1/", "http://[::1]/"
            })
    void an_address_is_https_or_on_this_machine(String url) throws Exception {
        assertThat(Webhook.of("a", URI.create(url), anySecret(), false).url()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "https:///nowhere",
                "https://user@hooks.example.com/",
                "/relative",
                "http://127.0.0.1.example.com/"
            })
    void any_other_address_is_refused(String url) {
        assertThatThrownBy(() -> Webhook.of("a", URI.create(url), anySecret(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plain_http_elsewhere_is_a_setting_and_prints_no_path() throws Exception {
        Webhook webhook = Webhook.of("a", URI.create("http://hooks.example.com/token"), anySecret(), true);

        assertThat(webhook).hasToString("Webhook[a hooks.example.com]");
    }

    private WebhookSecret anySecret() throws Exception {
        return secret(WebhookReceiver.SECRET);
    }

    private WebhookSecret secret(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return WebhookSecret.read(file);
    }
}
