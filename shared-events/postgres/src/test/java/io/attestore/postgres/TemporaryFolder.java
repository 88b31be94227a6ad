package io.attestore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that the unprivileged account of a server can pass through, unlike those of {@code @TempDir} (mode 0700). */
final class TemporaryFolder {

    private TemporaryFolder() {}

    static Path create() throws IOException {
        Path folder = Files.createTempDirectory("attestore-test-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return folder;
    }
}
