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
import java.util.Optional;
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
    void directory_and_file_are_their_owners_alone() throws IOException {
        try (GroupKeyFile file = open()) {
            assertThat(file.groups()).isEqualTo(GROUPS);
            assertThat(mode(keys())).isEqualTo("rwx------");
            assertThat(mode(path())).isEqualTo("rw-------");
            assertThat(Files.size(path())).isEqualTo(512 * (1 + 2 * GROUPS));
        }
    }

    @Test
    void a_file_or_directory_that_others_may_touch_is_refused() throws IOException {
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
    void every_group_has_a_key_from_the_beginning_which_whoever_opens_the_file_finds() {
        byte[] made;
        try (GroupKeyFile file = open()) {
            made = bytes(file.newest(7));
        }
        try (GroupKeyFile file = open()) {
            assertThat(bytes(file.find(FIRST).orElseThrow())).isEqualTo(made);
            assertThat(bytes(file.newest(7))).isEqualTo(made);
            assertThat(bytes(file.newest(8))).isNotEqualTo(made);
        }
    }

    @Test
    void the_number_of_groups_is_that_of_the_file() {
        open().close();
        try (GroupKeyFile file = GroupKeyFile.openOrCreate(keys(), 4096, rootKey, RANDOM)) {
            assertThat(file.groups()).isEqualTo(GROUPS);
        }
    }

    @Test
    void no_key_stands_in_the_file_as_it_is() throws IOException {
        try (GroupKeyFile file = open()) {
            String key = HexFormat.of().formatHex(bytes(file.newest(7)));
            assertThat(HexFormat.of().formatHex(Files.readAllBytes(path()))).doesNotContain(key);
        }
    }

    @Test
    void another_root_key_opens_nothing() {
        open().close();
        assertThatExceptionOfType(GroupKeyException.class)
                .isThrownBy(() -> GroupKeyFile.openOrCreate(keys(), GROUPS, RootKey.generate(RANDOM), RANDOM))
                .matches(GroupKeyException::isOfOtherRootKey);
    }

    @Test
    void a_roll_replaces_a_key_and_leaves_nothing_of_it_in_the_file() throws IOException {
        try (GroupKeyFile file = open()) {
            byte[] slot = slot(FIRST);
            GroupKey next = file.makeNext(List.of(FIRST)).getFirst();

            assertThat(next.place()).isEqualTo(SECOND);
            assertThat(file.replaced()).containsExactly(FIRST);
            assertThat(file.find(FIRST)).isPresent();

            file.destroy(List.of(FIRST));

            assertThat(file.find(FIRST)).isEmpty();
            assertThat(bytes(file.newest(7))).isEqualTo(bytes(next));
            assertThat(file.replaced()).isEmpty();
            String wrapped = HexFormat.of().formatHex(slot, 14, 100);
            assertThat(HexFormat.of().formatHex(Files.readAllBytes(path()))).doesNotContain(wrapped);
        }
    }

    @Test
    void a_next_key_that_is_there_is_not_replaced() {
        try (GroupKeyFile file = open()) {
            byte[] next = bytes(file.makeNext(List.of(FIRST)).getFirst());

            assertThat(bytes(file.makeNext(List.of(FIRST)).getFirst())).isEqualTo(next);
        }
    }

    @Test
    void a_key_without_a_successor_is_not_destroyed() {
        try (GroupKeyFile file = open()) {

            assertThatExceptionOfType(GroupKeyException.class).isThrownBy(() -> file.destroy(List.of(FIRST)));

            assertThat(file.find(FIRST)).isPresent();
        }
    }

    @Test
    void who_is_late_to_a_roll_changes_nothing() {
        try (GroupKeyFile file = open()) {
            file.makeNext(List.of(FIRST));
            file.destroy(List.of(FIRST));
            byte[] third = bytes(file.makeNext(List.of(SECOND)).getFirst());

            assertThatExceptionOfType(GroupKeyException.class).isThrownBy(() -> file.makeNext(List.of(FIRST)));
            file.destroy(List.of(FIRST));

            assertThat(bytes(file.newest(7))).isEqualTo(third);
            assertThat(file.find(SECOND)).isPresent();
        }
    }

    @Test
    void a_key_whose_writing_was_broken_off_is_made_anew() throws IOException {
        try (GroupKeyFile file = open()) {
            file.makeNext(List.of(FIRST));
            damage(SECOND);

            assertThat(file.find(SECOND)).isEmpty();
            assertThat(file.newest(7).place()).isEqualTo(FIRST);
            assertThat(file.makeNext(List.of(FIRST)).getFirst().place()).isEqualTo(SECOND);
        }
    }

    @Test
    void an_overwriting_that_was_broken_off_is_finished() throws IOException {
        try (GroupKeyFile file = open()) {
            file.makeNext(List.of(FIRST));
            damage(FIRST);

            file.destroy(List.of(FIRST));

            assertThat(slot(FIRST)).containsOnly(0);
        }
    }

    @Test
    void of_many_that_make_the_file_at_once_all_get_the_same_keys() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> made = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                made.add(threads.submit(() -> {
                    try (GroupKeyFile file = open()) {
                        return bytes(file.newest(7));
                    }
                }));
            }
            byte[] first = made.getFirst().get();
            for (Future<byte[]> each : made) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void a_group_without_a_key_gets_its_first_when_the_file_is_opened() throws IOException {
        open().close();
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw")) {
            file.seek(offset(FIRST));
            file.write(new byte[512]);
        }

        try (GroupKeyFile file = open()) {
            assertThat(file.newest(7).place()).isEqualTo(FIRST);
        }
    }

    @Test
    void its_marks_are_those_that_were_written_last() {
        try (GroupKeyFile file = open()) {
            assertThat(file.marks()).isEqualTo(DirectoryMarks.NONE);
            for (int i = 0; i < 5; i++) {
                DirectoryMarks marks = new DirectoryMarks(
                        Optional.of(DirectoryMarks.random(RANDOM)), Optional.of(DirectoryMarks.random(RANDOM)), false);
                file.mark(marks);
                assertThat(file.marks()).isEqualTo(marks);
            }
        }
    }

    @Test
    void marks_whose_writing_was_broken_off_are_those_of_before() throws IOException {
        DirectoryMarks before = DirectoryMarks.of(DirectoryMarks.random(RANDOM));
        try (GroupKeyFile file = open()) {
            file.mark(before);
            file.mark(DirectoryMarks.of(DirectoryMarks.random(RANDOM)));
            try (RandomAccessFile bytes = new RandomAccessFile(path().toFile(), "rw")) {
                bytes.seek(512 * (1 + 2 * GROUPS) + 20);
                bytes.write(bytes.read() ^ 1);
                bytes.seek(512 * (1 + 2 * GROUPS) + 40);
                bytes.write(0xaa);
            }

            assertThat(file.marks()).isEqualTo(before);
            file.mark(DirectoryMarks.NONE);
            assertThat(file.marks()).isEqualTo(DirectoryMarks.NONE);
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
