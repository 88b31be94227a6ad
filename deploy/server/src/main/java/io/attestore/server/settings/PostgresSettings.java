package io.attestore.server.settings;

import io.attestore.postgres.EmbeddedPostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The embedded PostgreSQL.
 *
 * @param port on 127.0.0.1; 0 takes a free one at each start
 * @param sharedBuffers its buffer cache, in whole megabytes
 * @param startLimit how long its start may take, crash recovery included
 */
@ConfigurationProperties("attestore.postgres")
public record PostgresSettings(
        @DefaultValue("0") int port,
        @DefaultValue("128MB") DataSize sharedBuffers,
        @DefaultValue("2m") Duration startLimit) {

    /** Connections beside the store's own: for verify, the benchmark's baseline and administrators. */
    private static final int OTHER_CONNECTIONS = 100;

    /** The launcher's settings. */
    public EmbeddedPostgresSettings in(Path directory, int connectionsMax) {
        return EmbeddedPostgresSettings.in(directory)
                .withPort(port)
                .withSharedBuffersMegabytes(Math.toIntExact(sharedBuffers.toMegabytes()))
                .withConnectionsMax(connectionsMax + OTHER_CONNECTIONS)
                .withStartLimit(startLimit);
    }
}
