package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void nobodyGetsAContainerWithoutAskingForOne() {
        assertThat(TestServer.inContainer("")).isFalse();
        assertThat(TestServer.inContainer("embedded")).isFalse();
        assertThat(TestServer.inContainer("container")).isTrue();
    }

    @Test
    void aPlaceThatIsNoneIsToldAndNotGuessedAt() {
        assertThatThrownBy(() -> TestServer.inContainer("docker")).hasMessageContaining("embedded or container");
    }
}
