package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {

    @TempDir
    private Path closedToOthers;

    @Test
    void theChosenAccountIsNeverRoot() throws IOException {
        var command = new ArrayList<>(
                ServerAccount.choose(closedToOthers.resolve("data")).prefix());
        command.addAll(List.of("id", "-u"));
        assertThat(Command.tryRun(command))
                .hasValueSatisfying(outcome -> assertThat(outcome.output()).isNotEqualTo("0"));
    }

    @Test
    void aServerRunsBelowAFolderThatOthersCannotEnter() throws SQLException {
        try (var server = EmbeddedPostgres.start(EmbeddedPostgresSettings.in(closedToOthers.resolve("data")));
                var connection = server.connection().connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
