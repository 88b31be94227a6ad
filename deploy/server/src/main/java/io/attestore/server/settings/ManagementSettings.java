package io.attestore.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is heard on the management port.
 *
 * @param host the address that it listens on
 * @param hostNames further names that it is asked by, besides {@code localhost}, addresses and {@code host}
 * @param tokenFile a file that holds a token and nothing else, 16 to 1,024 printable characters; who gives an order or
 *     asks for more than liveness and readiness then has to send it
 */
@ConfigurationProperties("attestore.management")
public record ManagementSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue List<String> hostNames,
        @Nullable Path tokenFile) {

    private static final int NAMES_MAX = 100;

    public ManagementSettings {
        hostNames = List.copyOf(hostNames);
        if (hostNames.size() > NAMES_MAX) {
            throw new IllegalArgumentException("attestore.management.host-names has at most " + NAMES_MAX + " entries");
        }
    }

    public Optional<Path> token() {
        return Optional.ofNullable(tokenFile);
    }
}
