package io.attestore.proof.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerProgramTest {

    @Test
    void aServerHasTheOptionsOfThisProcessButForAgents() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(ServerProgram.options());
        assertThat(ServerProgram.options()).noneMatch(option -> option.startsWith("-javaagent"));
    }

    @Test
    void aServerStartsFromTheJarThatIsNamedAndElseFromTheClassesOfThisProcess() {
        assertThat(ServerProgram.launch(Optional.of("/server.jar"), "a.jar:b.jar"))
                .isEqualTo(List.of("-jar", "/server.jar"));
        assertThat(ServerProgram.launch(Optional.empty(), "a.jar:b.jar"))
                .isEqualTo(List.of("-cp", "a.jar:b.jar", "io.attestore.server.AttestoreServer"));
    }

    @Test
    void fromOneJarAloneTheServersHasToBeNamed() {
        assertThatThrownBy(() -> ServerProgram.launch(Optional.empty(), "attestore-proof.jar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attestore.server.jar");
    }
}
