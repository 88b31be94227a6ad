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
    void makesAKeyOnceAndLoadsItEverAfter() throws IOException {
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
    void ofManyThatMakeAKeyAtOnceOneWinsAndAllLoadIt() throws Exception {
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
    void refusesAFileThatOthersMayTouch(String mode) throws IOException {
        Path file = directory.resolve("root.key");
        RootKeyFile.loadOrCreate(file, RANDOM).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyFile.load(file))
                .withMessageContainingAll(file.toString(), mode, "chmod 600");
        assertThatExceptionOfType(RootKeyException.class).isThrownBy(() -> RootKeyFile.loadOrCreate(file, RANDOM));
    }

    @Test
    void takesTheReadOnlyModeOfASystemdCredential() throws IOException {
        Path file = directory.resolve("root.key");
        RootKeyId made = RootKeyFile.loadOrCreate(file, RANDOM).id();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(RootKeyFile.load(file).id()).isEqualTo(made);
    }

    @Test
    void neverReplacesAFileThatHoldsSomethingElse() throws IOException {
        Path file = directory.resolve("root.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "not a key\n");

        assertThatExceptionOfType(RootKeyException.class).isThrownBy(() -> RootKeyFile.loadOrCreate(file, RANDOM));
        assertThat(Files.readString(file)).isEqualTo("not a key\n");
    }

    @Test
    void refusesAFileThatIsTooLongToBeAKey() throws IOException {
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
    void saysThatThereIsNoFileOrNoDirectory() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RootKeyFile.load(directory.resolve("root.key")));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> RootKeyFile.loadOrCreate(directory.resolve("missing/root.key"), RANDOM));
    }

    @Test
    void refusesADirectory() {
        assertThatExceptionOfType(RootKeyException.class)
                .isThrownBy(() -> RootKeyFile.load(directory))
                .withMessageContaining("not a regular file");
    }

    @Test
    void loadsButDoesNotMakeAKeyWhereTheFileSystemKnowsNeitherModesNorLinks() throws IOException {
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
