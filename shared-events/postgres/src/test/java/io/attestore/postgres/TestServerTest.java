package io.attestore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void nobody_gets_a_container_without_asking_for_one() {
        assertThat(TestServer.inContainer("")).isFalse();
        assertThat(TestServer.inContainer("embedded")).isFalse();
        assertThat(TestServer.inContainer("container")).isTrue();
    }

    @Test
    void a_place_that_is_none_is_told_and_not_guessed_at() {
        assertThatThrownBy(() -> TestServer.inContainer("docker")).hasMessageContaining("embedded or container");
    }
}
