package io.attestore.cryptography.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootKeyFileTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    @Test
    void makes_a_key_once_and_loads_it_ever_after() throws IOException {
        Path file = directory.resolve("root.key");

        RootKeyId made = RootKeyFile.loadOrCreate(file, RANDOM).id();

        assertThat(RootKeyFile.loadOrCreate(file, RANDOM).id()).isEqualTo(made);
        assertThat(RootKeyFile.load(file).id()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("attestore-root-key-v1:[A-Za-z0-9+/]{43}=\n");
        assertThat(filesIn(directory)).containsExactly(file);
    }

    @Test
    void of_many_that_make_a_key_at_once_one_wins_and_all_load_it() throws Exception {
        Path file = directory.resolve("root.key");
        int racers = 8;
        CyclicBarrier start = new CyclicBarrier(racers);
        Callable<RootKeyId> racer = () -> {
            start.await();
            return RootKeyFile.loadOrCreate(file, RANDOM).id();
        };

        List<Future<RootKeyId>> finished;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            finished = threads.invokeAll(
                    IntStream.range(0, racers).mapToObj(number -> racer).toList());
        }

        assertThat(finished.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(filesIn(directory)).containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-r-----", "rw--w----", "rw-----w-", "rw---x---"})
    void refuses_a_file_that_others_may_touch(String mode) throws IOException {
        Path file = directory.resolve("root.key");
        RootKeyFile.loadOrCreate(file, RANDOM).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyFile.load(file))
                .withMessageContainingAll(file.toString(), mode, "chmod 600");
        assertThatExceptionOfType(RootKeyException.class).isThrownBy(() -> RootKeyFile.loadOrCreate(file, RANDOM));
    }

    @Test
    void takes_the_read_only_mode_of_a_systemd_credential() throws IOException {
        Path file = directory.resolve("root.key");
        RootKeyId made = RootKeyFile.loadOrCreate(file, RANDOM).id();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(RootKeyFile.load(file).id()).isEqualTo(made);
    }

    @Test
    void never_replaces_a_file_that_holds_something_else() throws IOException {
        Path file = directory.resolve("root.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "not a key\n");

        assertThatExceptionOfType(RootKeyException.class).isThrownBy(() -> RootKeyFile.loadOrCreate(file, RANDOM));
        assertThat(Files.readString(file)).isEqualTo("not a key\n");
    }

    @Test
    void refuses_a_file_that_is_too_long_to_be_a_key() throws IOException {
        Path file = directory.resolve("root.key");
        RootKeyId made = RootKeyFile.loadOrCreate(file, RANDOM).id();
        String key = Files.readString(file);
        Files.writeString(file, key + " ".repeat(256 - key.length()));
        assertThat(RootKeyFile.load(file).id()).isEqualTo(made);

        Files.writeString(file, key + " ".repeat(257 - key.length()));

        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyFile.load(file))
                .withMessageContaining("too long");
    }

    @Test
    void says_that_there_is_no_file_or_no_directory() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RootKeyFile.load(directory.resolve("root.key")));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RootKeyFile.loadOrCreate(directory.resolve("missing/root.key"), RANDOM));
    }

    @Test
    void refuses_a_directory() {
        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyFile.load(directory))
                .withMessageContaining("not a regular file");
    }

    @Test
    void loads_but_does_not_make_a_key_where_the_file_system_knows_neither_modes_nor_links() throws IOException {
        Path original = directory.resolve("root.key");
        RootKeyId made = RootKeyFile.loadOrCreate(original, RANDOM).id();
        try (FileSystem archive = FileSystems.newFileSystem(directory.resolve("keys.zip"), Map.of("create", "true"))) {
            Path copy = archive.getPath("/root.key");
            Files.copy(original, copy);

            assertThat(RootKeyFile.load(copy).id()).isEqualTo(made);
            assertThatExceptionOfType(RootKeyException.class)
                    .isThrownBy(() -> RootKeyFile.loadOrCreate(archive.getPath("/other.key"), RANDOM))
                    .withMessageContaining("without hard links");
            assertThat(filesIn(archive.getPath("/"))).containsExactly(copy);
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
