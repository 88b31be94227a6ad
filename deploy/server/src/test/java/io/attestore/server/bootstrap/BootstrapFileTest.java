package io.attestore.server.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretFileException;
import io.attestore.server.store.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapFileTest {

    private static final String SECRET = "it's $ecret \"enough\"".replace(" ", "_");

    @TempDir
    Path folder;

    @Test
    void accounts_and_keys_are_read_in_order() throws Exception {
        List<RootAccessKey> keys = read("""
                [ {"account_id": "111122223333", "access_key": "AKIATESTTESTTEST0001", "secret_key": "0123456789abcdef"},
                  {"secret_key": "fedcba9876543210", "access_key": "AKIATESTTESTTEST0002", "account_id": "444455556666"} ]
                """);

        assertThat(keys)
                .extracting(key -> key.id().value())
                .containsExactly("AKIATESTTESTTEST0001", "AKIATESTTESTTEST0002");
        assertThat(keys).extracting(key -> key.account().value()).containsExactly("111122223333", "444455556666");
        assertThat(secretOf(keys.get(1))).isEqualTo("fedcba9876543210");
        assertThat(keys.toString()).doesNotContain("0123456789abcdef", "fedcba9876543210");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[1]",
                "[{}]",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\"}]",
                "[{\"account_id\":\"1\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET-VALUE\"}]",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"short\",\"secret_key\":\"TOP-SECRET-VALUE\"}]",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET\"}]",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET\\nVALUE\"}]",
                "[{\"account_id\":111122223333,\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET-VALUE\"}]",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET-VALUE\",\"x\":\"y\"}]",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET-VALUE\"}] []",
                "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\"TOP-SECRET-VALUE\"}",
            })
    void what_is_not_a_bootstrap_file_is_refused_in_one_line_without_its_content(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(BootstrapException.class)
                .hasMessageStartingWith("The bootstrap file " + folder.resolve("accounts.json") + " cannot be used: ")
                .hasMessageNotContaining("TOP-SECRET")
                .hasMessageNotContaining("\n");
    }

    @Test
    void an_access_key_that_is_there_twice_is_refused() {
        String entry = "{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\","
                + "\"secret_key\":\"0123456789abcdef\"}";

        assertThatThrownBy(() -> read("[" + entry + "," + entry + "]")).hasMessageContaining("in it twice");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> BootstrapFile.read(folder.resolve("none")))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("accounts.json"), "[]");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> BootstrapFile.read(file))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContainingAll("bootstrap file", file.toString(), "rw-r--r--", "chmod 600");
    }

    @Test
    void a_generated_key_has_awss_form() {
        try (RootAccessKey key = RootAccessKey.generate(new SecureRandom())) {
            assertThat(key.id().value()).matches("AKIA[A-Z2-7]{16}");
            assertThat(secretOf(key)).matches("[A-Za-z0-9+/]{40}");
        }
    }

    @Test
    void the_environment_file_gives_back_the_key_that_it_was_given() throws Exception {
        EnvironmentFile file = new EnvironmentFile(folder.resolve("env"));
        String json = "[{\"account_id\":\"111122223333\",\"access_key\":\"AKIATESTTESTTEST0001\",\"secret_key\":\""
                + SECRET.replace("\"", "\\\"") + "\"}]";

        file.write(read(json).getFirst());
        file.writeEndpoint("http://127.0.0.1:1");

        RootAccessKey key = file.key().orElseThrow();
        assertThat(key.account().value()).isEqualTo("111122223333");
        assertThat(key.id().value()).isEqualTo("AKIATESTTESTTEST0001");
        assertThat(secretOf(key)).isEqualTo(SECRET);
        assertThat(Files.readAllLines(folder.resolve("env")))
                .containsExactly(
                        "# account 111122223333",
                        "export AWS_ENDPOINT_URL=http://127.0.0.1:1",
                        "export AWS_ACCESS_KEY_ID=AKIATESTTESTTEST0001",
                        "export AWS_SECRET_ACCESS_KEY='it'\\''s_$ecret_\"enough\"'",
                        "export AWS_REGION=us-east-1",
                        "export AWS_DEFAULT_REGION=us-east-1");
    }

    private List<RootAccessKey> read(String content) throws Exception {
        Path file = folder.resolve("accounts.json");
        PrivateFile.write(file, content);
        return BootstrapFile.read(file);
    }

    private static String secretOf(RootAccessKey key) {
        return key.secret().withBytes(InsecureSecretAccess.get(), bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
