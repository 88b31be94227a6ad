package io.attestore.cryptography.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.cryptography.authentication.AuthenticationKeysFile.Content;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.SecretFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationKeysFileTest {

    private static final LogSealing BEGUN = new LogSealing.Begun(7, "ab".repeat(32));
    private static final byte[] MESSAGE = "event 7".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final RootKey rootKey = RootKey.generate(random);

    @Test
    void there_is_no_file_until_it_is_made() {
        assertThat(file().read()).isEmpty();
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void what_is_made_is_read_again() {
        Content made = content(new LogSealing.Complete(-1));
        assertThat(file().create(made, random)).isTrue();

        Content read = file().read().orElseThrow();
        assertThat(read.sealing()).isEqualTo(new LogSealing.Complete(-1));
        assertThat(tag(read.keys())).isEqualTo(tag(made.keys()));
    }

    @Test
    void the_first_that_is_made_stays() {
        Content first = content(BEGUN);
        file().create(first, random);
        assertThat(file().create(content(BEGUN), random)).isFalse();
        assertThat(tag(file().read().orElseThrow().keys())).isEqualTo(tag(first.keys()));
    }

    @Test
    void the_state_is_replaced_and_the_keys_stay() throws Exception {
        Content first = content(BEGUN);
        file().create(first, random);
        file().replace(new Content(first.keys(), new LogSealing.Complete(7)), random);

        Content read = file().read().orElseThrow();
        assertThat(read.sealing()).isEqualTo(new LogSealing.Complete(7));
        assertThat(tag(read.keys())).isEqualTo(tag(first.keys()));
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(file().path());
        }
    }

    @Test
    void versions_are_read_in_their_order_each_from_its_position() {
        AuthenticationKeys two = new AuthenticationKeys(
                List.of(AuthenticationKey.random(1, 0, random), AuthenticationKey.random(2, 40, random)));
        file().create(new Content(two, BEGUN), random);

        AuthenticationKeys read = file().read().orElseThrow().keys();
        assertThat(read.byPosition("p").keySet()).containsExactly(0L, 40L);
        assertThat(tag(read)).isEqualTo(tag(two));
        assertThat(read.byPosition("p").get(40L).tag(MESSAGE))
                .isEqualTo(two.authenticator("p").tag(MESSAGE))
                .isNotEqualTo(read.byPosition("p").get(0L).tag(MESSAGE));
    }

    @Test
    void only_its_owner_may_have_access() throws Exception {
        file().create(content(BEGUN), random);
        assertThat(mode(folder.resolve("keys"))).isEqualTo("rwx------");
        assertThat(mode(file().path())).isEqualTo("rw-------");

        Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString("rw-r-----"));
        assertOpenToOthers("chmod 600");
        Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(folder.resolve("keys"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertOpenToOthers("chmod 700");
    }

    @Test
    void a_change_of_any_character_is_refused() throws Exception {
        file().create(content(BEGUN), random);
        String text = Files.readString(file().path());
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '1' ? '2' : '1';
            Files.writeString(file().path(), text.substring(0, i) + other + text.substring(i + 1));
            assertThatThrownBy(() -> file().read()).isInstanceOf(AuthenticationKeysException.class);
        }
        Files.writeString(file().path(), text.replace("log sealing 7 " + "ab".repeat(32), "log sealed 7"));
        assertRefused("were changed or damaged");
        Files.writeString(file().path(), "");
        assertRefused("were changed or damaged");
        Files.writeString(file().path(), text);
        assertThat(file().read()).isPresent();
    }

    @Test
    void the_keys_open_under_their_root_key_only() {
        file().create(content(BEGUN), random);
        try (RootKey other = RootKey.generate(random)) {
            assertThatThrownBy(() -> new AuthenticationKeysFile(folder.resolve("keys"), other).read())
                    .isInstanceOf(AuthenticationKeysException.class)
                    .hasMessageContaining("the root key was exchanged");
        }
    }

    @Test
    void two_stores_under_one_root_key_have_nothing_in_common_and_purposes_neither() {
        AuthenticationKeys one = AuthenticationKeys.generate(random);
        assertThat(tag(one)).isNotEqualTo(tag(AuthenticationKeys.generate(random)));
        assertThat(tag(one)).isNotEqualTo(one.authenticator("q").tag(MESSAGE));
        assertThat(one.toString()).doesNotContain("SecretBytes");
    }

    private void assertOpenToOthers(String remedy) {
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining(remedy);
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(AuthenticationKeysException.class)
                .hasMessageContaining(words);
    }

    private AuthenticationKeysFile file() {
        return new AuthenticationKeysFile(folder.resolve("keys"), rootKey);
    }

    private Content content(LogSealing sealing) {
        return new Content(AuthenticationKeys.generate(random), sealing);
    }

    private static byte[] tag(AuthenticationKeys keys) {
        return keys.authenticator("p").tag(MESSAGE);
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
