package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    private Path folder;

    private final Optional<String> shelfOfTheBuild = Optional.ofNullable(System.getProperty(PostgresBinaries.SHELF));

    @BeforeEach
    void forgetTheShelf() {
        System.clearProperty(PostgresBinaries.SHELF);
    }

    @AfterEach
    void rememberTheShelfOfTheBuild() {
        System.clearProperty(PostgresBinaries.SHELF);
        shelfOfTheBuild.ifPresent(shelf -> System.setProperty(PostgresBinaries.SHELF, shelf));
    }

    @Test
    void programs_that_lie_unpacked_are_taken_from_there_and_not_unpacked_again() throws Exception {
        String name = PostgresBinaries.unpackedIn(Files.createDirectory(folder.resolve("first")), step -> {})
                .home()
                .getFileName()
                .toString();
        Path shelved =
                Files.createDirectories(folder.resolve("shelf").resolve(name).resolve("bin"));
        Path program = Files.writeString(shelved.resolve("postgres"), "a program");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(shelved.resolve("link"), Path.of("postgres"));
        System.setProperty(PostgresBinaries.SHELF, folder.resolve("shelf").toString());

        var told = new ArrayList<String>();
        var copied = PostgresBinaries.unpackedIn(Files.createDirectory(folder.resolve("second")), told::add);

        assertThat(told).isEmpty();
        Path copy = Path.of(copied.program("postgres"));
        assertThat(copy).hasContent("a program").isExecutable();
        assertThat(Files.isSameFile(copy, program))
                .as("no byte is copied within one file system")
                .isTrue();
        assertThat(Files.readSymbolicLink(copy.resolveSibling("link"))).isEqualTo(Path.of("postgres"));
        assertThat(folder.resolve("second/bin-unfinished")).doesNotExist();
    }

    @Test
    void an_empty_shelf_is_passed_by() throws Exception {
        System.setProperty(PostgresBinaries.SHELF, folder.resolve("nothing").toString());

        var binaries = PostgresBinaries.unpackedIn(Files.createDirectory(folder.resolve("first")), step -> {});

        assertThat(Path.of(binaries.program("postgres"))).isExecutable();
    }
}
