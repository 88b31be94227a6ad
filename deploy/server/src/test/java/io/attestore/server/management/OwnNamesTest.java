package io.attestore.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.settings.ManagementSettings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {

    private final OwnNames names =
            OwnNames.of(new ManagementSettings("node-1.internal", List.of("Metrics.example.com"), null));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:7301",
                "127.0.0.1",
                "127.0.0.1:7301",
                "10.1.2.3:7301",
                "[::1]",
                "[::1]:7301",
                "[fe80::1]:7301",
                "node-1.internal:7301",
                "metrics.example.com",
                "METRICS.example.com:443"
            })
    void addresses_and_what_is_set_are_its_names(String host) {
        assertThat(names.contains(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "evil.example:7301",
                "localhost.evil.example",
                "127.0.0.1.evil.example:7301",
                "metrics.example.com.evil.example",
                "evil.example:80:7301",
                "localhost@evil.example",
                "[::1].evil.example"
            })
    void no_other_name_is(String host) {
        assertThat(names.contains(host)).isFalse();
    }
}
