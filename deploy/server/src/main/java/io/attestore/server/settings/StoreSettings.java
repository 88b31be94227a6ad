package io.attestore.server.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the store is and where it listens.
 *
 * @param data the data directory: root key, anchors, embedded database
 * @param rootKeyFile the root key's file; {@code root.key} in the data directory unless given
 * @param keysDirectory the directory of the keys that are never in the database; {@code keys} beside the root key's file
 *     unless given. Servers on one database share it
 * @param bootstrap a file with a JSON array of {@code {"account_id", "access_key", "secret_key"}} that must exist
 * @param host the address that the API listens on
 * @param port the TCP port of the API; 0 takes a free one
 */
@ConfigurationProperties("attestore")
public record StoreSettings(
        @DefaultValue("data") Path data,
        @Nullable Path rootKeyFile,
        @Nullable Path keysDirectory,
        @Nullable Path bootstrap,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("7300") int port) {

    private static final int PORT_MAX = 65_535;

    public StoreSettings {
        data = data.toAbsolutePath().normalize();
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("attestore.port must be 0 to " + PORT_MAX);
        }
    }

    public Path rootKey() {
        return rootKeyFile == null ? data.resolve("root.key") : rootKeyFile;
    }

    /** Where the keys are that are never in the database, each wrapped under the root key. */
    public Path keys() {
        return keysDirectory == null ? rootKey().toAbsolutePath().resolveSibling("keys") : keysDirectory;
    }

    public Optional<Path> bootstrapFile() {
        return Optional.ofNullable(bootstrap);
    }

    /** Where heads of the log are signed. */
    public Path anchors() {
        return data.resolve("anchors");
    }

    /** What a client's shell needs to know. */
    public Path environment() {
        return data.resolve("env");
    }

    /** Where a running server's embedded database is; see {@link io.attestore.server.store.RunningDatabase}. */
    public Path runningDatabase() {
        return data.resolve("database");
    }

    /** The embedded database's own directory. */
    public Path postgres() {
        return data.resolve("postgres");
    }
}
