package io.attestore.proof.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerProgramTest {

    @Test
    void a_server_has_the_options_of_this_process_but_for_agents() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(ServerProgram.options());
        assertThat(ServerProgram.options()).noneMatch(option -> option.startsWith("-javaagent"));
    }

    @Test
    void a_server_starts_from_the_jar_that_is_named_and_else_from_the_classes_of_this_process() {
        assertThat(ServerProgram.launch(Optional.of("/server.jar"), "a.jar:b.jar"))
                .isEqualTo(List.of("-jar", "/server.jar"));
        assertThat(ServerProgram.launch(Optional.empty(), "a.jar:b.jar"))
                .isEqualTo(List.of("-cp", "a.jar:b.jar", "io.attestore.server.AttestoreServer"));
    }

    @Test
    void from_one_jar_alone_the_servers_has_to_be_named() {
        assertThatThrownBy(() -> ServerProgram.launch(Optional.empty(), "attestore-proof.jar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attestore.server.jar");
    }
}
