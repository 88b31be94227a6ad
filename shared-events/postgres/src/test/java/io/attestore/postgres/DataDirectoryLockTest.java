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
    void a_second_holder_is_refused_by_name() {
        try (var first = DataDirectoryLock.acquire(directory)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataDirectoryLock.acquire(directory))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageStartingWith("Another Attestore")
                    .hasMessageContaining(directory.toString());
        }
    }

    @Test
    void another_process_is_refused_even_after_this_one_asked_twice() throws Exception {
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
    void a_released_directory_can_be_claimed_again() {
        DataDirectoryLock.acquire(directory).close();
        try (var second = DataDirectoryLock.acquire(directory)) {
            assertThat(second).isNotNull();
        }
    }
}
