package io.attestore.server.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.torture.faults.ServerStarter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

    private static final ServerStarter NONE = (settings, clock) -> {
        throw new AssertionError("nothing may be started");
    };

    @TempDir
    private Path folder;

    @Test
    void nobodysDataIsTrainedOn() {
        assertThatThrownBy(() -> TrainingRun.run(Map.of("attestore.data", folder.toString()), NONE))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("not there yet");
        assertThatThrownBy(() -> TrainingRun.run(Map.of(), NONE)).isInstanceOf(TrainingException.class);
    }
}
