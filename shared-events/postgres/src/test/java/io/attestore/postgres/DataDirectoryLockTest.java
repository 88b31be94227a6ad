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
    void anotherProcessIsRefusedEvenAfterThisOneAskedTwice() throws Exception {
        try (var first = DataDirectoryLock.acquire(directory)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataDirectoryLock.acquire(directory))
                    .isInstanceOf(EmbeddedPostgresException.class);
            assertThat(acquireInAnotherProcess()).isEqualTo(LockTaker.REFUSED);
        }
        assertThat(acquireInAnotherProcess()).isEqualTo(LockTaker.TAKEN);
    }

    private int acquireInAnotherProcess() throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockTaker.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void aReleasedDirectoryCanBeClaimedAgain() {
        DataDirectoryLock.acquire(directory).close();
        try (var second = DataDirectoryLock.acquire(directory)) {
            assertThat(second).isNotNull();
        }
    }
}
