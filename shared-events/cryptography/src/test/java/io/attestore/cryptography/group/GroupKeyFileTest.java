package io.attestore.cryptography.group;

import static io.attestore.cryptography.Secrets.exposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.SecretFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupKeyFileTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUPS = 100;
    private static final GroupGeneration FIRST = new GroupGeneration(7, 1);
    private static final GroupGeneration SECOND = new GroupGeneration(7, 2);

    @TempDir
    Path folder;

    private final RootKey rootKey = RootKey.generate(RANDOM);

    @Test
    void directoryAndFileAreTheirOwnersAlone() throws IOException {
        try (GroupKeyFile file = open()) {
            assertThat(file.groups()).isEqualTo(GROUPS);
            assertThat(mode(keys())).isEqualTo("rwx------");
            assertThat(mode(path())).isEqualTo("rw-------");
            assertThat(Files.size(path())).isEqualTo(512 * (1 + 2 * GROUPS));
        }
    }

    @Test
    void aFileOrDirectoryThatOthersMayTouchIsRefused() throws IOException {
        open().close();
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatExceptionOfType(SecretFileException.class)
                .isThrownBy(this::open)
                .withMessageContaining("chmod 600");
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rwx--x---"));
        assertThatExceptionOfType(SecretFileException.class)
                .isThrownBy(this::open)
                .withMessageContaining("chmod 700");
    }

    @Test
    void aKeyIsMadeOnceAndFoundByWhoeverOpensTheFile() {
        byte[] made;
        try (GroupKeyFile file = open()) {
            assertThat(file.newest(7)).isEmpty();
            made = bytes(file.newestOrFirst(7));
            assertThat(bytes(file.newestOrFirst(7))).isEqualTo(made);
        }
        try (GroupKeyFile file = open()) {
            assertThat(bytes(file.find(FIRST).orElseThrow())).isEqualTo(made);
            assertThat(bytes(file.newest(7).orElseThrow())).isEqualTo(made);
            assertThat(bytes(file.newestOrFirst(8))).isNotEqualTo(made);
        }
    }

    @Test
    void theNumberOfGroupsIsThatOfTheFile() {
        open().close();
        try (GroupKeyFile file = GroupKeyFile.openOrCreate(keys(), 4096, rootKey, RANDOM)) {
            assertThat(file.groups()).isEqualTo(GROUPS);
        }
    }

    @Test
    void noKeyStandsInTheFileAsItIs() throws IOException {
        try (GroupKeyFile file = open()) {
            String key = HexFormat.of().formatHex(bytes(file.newestOrFirst(7)));
            assertThat(HexFormat.of().formatHex(Files.readAllBytes(path()))).doesNotContain(key);
        }
    }

    @Test
    void anotherRootKeyOpensNothing() {
        open().close();
        assertThatExceptionOfType(GroupKeyException.class)
                .isThrownBy(() -> GroupKeyFile.openOrCreate(keys(), GROUPS, RootKey.generate(RANDOM), RANDOM))
                .matches(GroupKeyException::isOfOtherRootKey);
    }

    @Test
    void aRollReplacesAKeyAndLeavesNothingOfItInTheFile() throws IOException {
        try (GroupKeyFile file = open()) {
            file.newestOrFirst(7);
            byte[] slot = slot(FIRST);
            GroupKey next = file.makeNext(List.of(FIRST)).getFirst();

            assertThat(next.place()).isEqualTo(SECOND);
            assertThat(file.replaced()).containsExactly(FIRST);
            assertThat(file.find(FIRST)).isPresent();

            file.destroy(List.of(FIRST));

            assertThat(file.find(FIRST)).isEmpty();
            assertThat(bytes(file.newest(7).orElseThrow())).isEqualTo(bytes(next));
            assertThat(file.replaced()).isEmpty();
            String wrapped = HexFormat.of().formatHex(slot, 14, 100);
            assertThat(HexFormat.of().formatHex(Files.readAllBytes(path()))).doesNotContain(wrapped);
        }
    }

    @Test
    void aNextKeyThatIsThereIsNotReplaced() {
        try (GroupKeyFile file = open()) {
            file.newestOrFirst(7);
            byte[] next = bytes(file.makeNext(List.of(FIRST)).getFirst());

            assertThat(bytes(file.makeNext(List.of(FIRST)).getFirst())).isEqualTo(next);
        }
    }

    @Test
    void aKeyWithoutASuccessorIsNotDestroyed() {
        try (GroupKeyFile file = open()) {
            file.newestOrFirst(7);

            assertThatExceptionOfType(GroupKeyException.class).isThrownBy(() -> file.destroy(List.of(FIRST)));

            assertThat(file.find(FIRST)).isPresent();
        }
    }

    @Test
    void whoIsLateToARollChangesNothing() {
        try (GroupKeyFile file = open()) {
            file.newestOrFirst(7);
            file.makeNext(List.of(FIRST));
            file.destroy(List.of(FIRST));
            byte[] third = bytes(file.makeNext(List.of(SECOND)).getFirst());

            assertThatExceptionOfType(GroupKeyException.class).isThrownBy(() -> file.makeNext(List.of(FIRST)));
            file.destroy(List.of(FIRST));

            assertThat(bytes(file.newest(7).orElseThrow())).isEqualTo(third);
            assertThat(file.find(SECOND)).isPresent();
        }
    }

    @Test
    void aKeyWhoseWritingWasBrokenOffIsMadeAnew() throws IOException {
        try (GroupKeyFile file = open()) {
            file.newestOrFirst(7);
            file.makeNext(List.of(FIRST));
            damage(SECOND);

            assertThat(file.find(SECOND)).isEmpty();
            assertThat(file.newest(7).orElseThrow().place()).isEqualTo(FIRST);
            assertThat(file.makeNext(List.of(FIRST)).getFirst().place()).isEqualTo(SECOND);
        }
    }

    @Test
    void anOverwritingThatWasBrokenOffIsFinished() throws IOException {
        try (GroupKeyFile file = open()) {
            file.newestOrFirst(7);
            file.makeNext(List.of(FIRST));
            damage(FIRST);

            file.destroy(List.of(FIRST));

            assertThat(slot(FIRST)).containsOnly(0);
        }
    }

    @Test
    void ofManyThatMakeAFirstKeyAtOnceAllGetTheSame() throws Exception {
        try (GroupKeyFile one = open();
                GroupKeyFile other = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> made = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                GroupKeyFile file = i % 2 == 0 ? one : other;
                made.add(threads.submit(() -> bytes(file.newestOrFirst(7))));
            }
            byte[] first = made.getFirst().get();
            for (Future<byte[]> each : made) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
    }

    private GroupKeyFile open() {
        return GroupKeyFile.openOrCreate(keys(), GROUPS, rootKey, RANDOM);
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path path() {
        return keys().resolve(GroupKeyFile.NAME);
    }

    private byte[] slot(GroupGeneration place) throws IOException {
        int offset = offset(place);
        return Arrays.copyOfRange(Files.readAllBytes(path()), offset, offset + 512);
    }

    private void damage(GroupGeneration place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
            file.seek(offset(place) + 200);
            file.write(1);
        }
    }

    private static int offset(GroupGeneration place) {
        return 512 * (1 + 2 * place.group() + place.generation() % 2);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(GroupKey key) {
        return exposed(key.copyKey());
    }
}
