package io.attestore.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.postgres.UnsafeDatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class FailureLineTest {

    @Test
    void the_reason_is_told_however_deep_it_lies() {
        var reason = new UnsafeDatabaseException("fsync is off:\n  turn it on");

        assertThat(FailureLine.of(new IllegalStateException("wrapped", new RuntimeException(reason))))
                .isEqualTo("fsync is off: | turn it on");
    }

    @Test
    void a_port_in_use_is_named() {
        assertThat(FailureLine.of(new PortInUseException(7300)))
                .isEqualTo("Port 7300 is in use: choose another with --port");
    }

    @Test
    void a_wrong_setting_is_named() {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of("server.port", "abc")));
        try {
            binder.bind("server.port", Integer.class);
        } catch (RuntimeException wrong) {
            assertThat(FailureLine.of(new IllegalStateException(wrong)))
                    .isEqualTo("The setting server.port is wrong: For input string: \"abc\"");
            return;
        }
        throw new AssertionError("A port that is no number was bound");
    }

    @Test
    void a_file_that_fails_is_named() {
        assertThat(FailureLine.of(new UncheckedIOException("The file x cannot be written", new IOException("full"))))
                .isEqualTo("The file x cannot be written (java.io.IOException: full)");
    }

    @Test
    void what_nobody_expected_is_told_as_that() {
        assertThat(FailureLine.of(new IllegalStateException("a", new ArithmeticException("b"))))
                .isEqualTo("Unexpected failure: java.lang.ArithmeticException: b");
    }
}
