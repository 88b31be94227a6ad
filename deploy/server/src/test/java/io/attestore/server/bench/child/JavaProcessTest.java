package io.attestore.server.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

    @Test
    void aMeasuredProcessHasTheOptionsOfThisOneButForAgents() {
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(JavaProcess.options());
        assertThat(JavaProcess.options()).noneMatch(option -> option.startsWith("-javaagent"));
    }
}
