package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.CommandLine.Command;
import io.attestore.server.CommandLine.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void start_is_the_default() {
        assertThat(parse()).isEqualTo(new CommandLine(Command.START, Map.of(), List.of()));
        assertThat(parse("--port", "1"))
                .isEqualTo(new CommandLine(Command.START, Map.of("attestore.port", "1"), List.of()));
    }

    @Test
    void every_option_of_the_launcher_is_a_setting() {
        assertThat(parse(
                                "start",
                                "--data",
                                "d",
                                "--host",
                                "h",
                                "--port",
                                "1",
                                "--management-port",
                                "2",
                                "--management-host=m",
                                "--bootstrap",
                                "b")
                        .settings())
                .isEqualTo(Map.of(
                        "attestore.data", "d",
                        "attestore.host", "h",
                        "attestore.port", "1",
                        "attestore.management.port", "2",
                        "attestore.management.host", "m",
                        "attestore.bootstrap", "b"));
    }

    @Test
    void a_command_that_reads_its_own_arguments_gets_them_as_they_are() {
        assertThat(parse("call", "--nonsense", "{}"))
                .isEqualTo(new CommandLine(Command.CALL, Map.of(), List.of("--nonsense", "{}")));
    }

    @Test
    void no_command_of_the_server_tries_it_out() {
        for (String command : List.of("bench", "torture", "train")) {
            assertThatThrownBy(() -> parse(command)).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void help_names_the_file_that_a_databases_password_is_read_from() {
        assertThat(CommandLine.HELP).contains("ATTESTORE_JDBC_PASSWORD_FILE");
    }

    @Test
    void help_is_there_for_whoever_asks() {
        assertThat(parse("--help").command()).isEqualTo(Command.HELP);
        assertThat(parse("start", "-h").command()).isEqualTo(Command.HELP);
    }

    @Test
    void what_is_not_known_is_refused() {
        assertThatThrownBy(() -> parse("stop"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'stop'");
        assertThatThrownBy(() -> parse("start", "--x", "1")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> parse("start", "--port")).hasMessage("--port needs a value");
    }

    private static CommandLine parse(String... arguments) {
        return CommandLine.parse(List.of(arguments));
    }
}
