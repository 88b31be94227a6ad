package io.attestore.proof.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

    private static final Path SERVER_JAR = Path.of("../server/target/attestore-server.jar");

    @TempDir
    private Path folder;

    @Test
    void nobodys_data_is_trained_on() {
        String notes = folder.resolve("notes").toString();
        assertThatThrownBy(() -> TrainingRun.run(List.of("--data", folder.toString(), "--aot-configuration", notes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not there yet");
        assertThatThrownBy(() -> TrainingRun.run(List.of("--aot-configuration", notes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--data");
    }

    @Test
    void a_jvm_that_may_note_nothing_has_not_been_trained() {
        assertThatThrownBy(() -> TrainingRun.run(List.of(
                        "--data",
                        folder.resolve("data").toString(),
                        "--aot-configuration",
                        folder.resolve("notes").toString())))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("has not noted anything");
    }

    /** A class path with folders in it, as a build has, is none that a JVM makes a cache of: the jar has to be there. */
    @Test
    void a_server_that_is_told_to_stop_has_written_what_its_jvm_noted() {
        assertThat(SERVER_JAR).isRegularFile();
        System.setProperty("attestore.server.jar", SERVER_JAR.toString());
        try {
            Path notes = folder.resolve("notes");
            assertThat(TrainingRun.run(List.of(
                            "--data", folder.resolve("data").toString(), "--aot-configuration", notes.toString())))
                    .isZero();
            assertThat(notes).isNotEmptyFile();
        } finally {
            System.clearProperty("attestore.server.jar");
        }
    }
}
