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
    void thereIsNoFileUntilItIsMade() {
        assertThat(file().read()).isEmpty();
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void whatIsMadeIsReadAgain() {
        Content made = content(new LogSealing.Complete(-1));
        assertThat(file().create(made, random)).isTrue();

        Content read = file().read().orElseThrow();
        assertThat(read.sealing()).isEqualTo(new LogSealing.Complete(-1));
        assertThat(tag(read.keys())).isEqualTo(tag(made.keys()));
    }

    @Test
    void theFirstThatIsMadeStays() {
        Content first = content(BEGUN);
        file().create(first, random);
        assertThat(file().create(content(BEGUN), random)).isFalse();
        assertThat(tag(file().read().orElseThrow().keys())).isEqualTo(tag(first.keys()));
    }

    @Test
    void theStateIsReplacedAndTheKeysStay() throws Exception {
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
    void versionsAreReadInTheirOrderEachFromItsPosition() {
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
    void onlyItsOwnerMayHaveAccess() throws Exception {
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
    void aChangeOfAnyCharacterIsRefused() throws Exception {
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
    void theKeysOpenUnderTheirRootKeyOnly() {
        file().create(content(BEGUN), random);
        try (RootKey other = RootKey.generate(random)) {
            assertThatThrownBy(() -> new AuthenticationKeysFile(folder.resolve("keys"), other).read())
                    .isInstanceOf(AuthenticationKeysException.class)
                    .hasMessageContaining("the root key was exchanged");
        }
    }

    @Test
    void twoStoresUnderOneRootKeyHaveNothingInCommonAndPurposesNeither() {
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
