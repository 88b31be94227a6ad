package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    @TempDir
    private Path directory;

    @Test
    void aSecondHolderIsRefusedByName() {
        try (var first = DataDirectoryLock.acquire(directory)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataDirectoryLock.acquire(directory))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageStartingWith("Another Attestore")
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void aReleasedDirectoryCanBeClaimedAgain() {
        DataDirectoryLock.acquire(directory).close();
        try (var second = DataDirectoryLock.acquire(directory)) {
            assertThat(second).isNotNull();
        }
    }
}
