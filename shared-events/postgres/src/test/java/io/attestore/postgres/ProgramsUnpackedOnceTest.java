package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsUnpackedOnceTest {

    @TempDir
    private Path folder;

    @Test
    void who_comes_later_finds_the_programs_and_leaves_them_as_they_are() throws Exception {
        ProgramsUnpackedOnce.prepare(folder.resolve("shelf"));
        Path programs;
        try (var unpacked = Files.newDirectoryStream(folder.resolve("shelf"), "bin-*")) {
            programs = unpacked.iterator().next();
        }
        FileTime unpackedAt = Files.getLastModifiedTime(programs);
        assertThat(programs.resolve("bin/postgres")).isExecutable();

        ProgramsUnpackedOnce.prepare(folder.resolve("shelf"));

        assertThat(Files.getLastModifiedTime(programs)).isEqualTo(unpackedAt);
    }
}
