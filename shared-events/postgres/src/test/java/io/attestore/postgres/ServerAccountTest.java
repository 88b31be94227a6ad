package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {

    @TempDir
    private Path closedToOthers;

    @Test
    void theChosenAccountIsNeverRoot() throws IOException {
        var command = new ArrayList<>(ServerAccount.choose().prefix());
        command.addAll(List.of("id", "-u"));
        assertThat(Command.tryRun(command))
                .hasValueSatisfying(outcome -> assertThat(outcome.output()).isNotEqualTo("0"));
    }

    @Test
    void aFolderThatTheUnprivilegedAccountCannotEnterIsNamed() throws IOException {
        Path data = Files.createDirectory(closedToOthers.resolve("data"));
        assertThatThrownBy(() -> new ServerAccount.Nobody().own(data))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("cannot pass through " + closedToOthers)
                .hasMessageContaining("chmod o+x");
    }
}
