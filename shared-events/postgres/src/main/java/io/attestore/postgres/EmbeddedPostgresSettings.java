package io.attestore.postgres;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the embedded server is to run.
 *
 * @param directory everything of the server lives below it: binaries, data, password, lock and log
 * @param port the TCP port on 127.0.0.1; {@link #ANY_PORT} takes a free one at each start
 * @param sharedBuffersMegabytes PostgreSQL's {@code shared_buffers}, 1 to 65536
 * @param connectionsMax PostgreSQL's {@code max_connections}, 5 to 10000
 * @param startLimit how long one start may take, crash recovery included
 */
public record EmbeddedPostgresSettings(
        Path directory, int port, int sharedBuffersMegabytes, int connectionsMax, Duration startLimit) {

    /** Take a free port at each start. */
    public static final int ANY_PORT = 0;

    public EmbeddedPostgresSettings {
        directory = directory.toAbsolutePath().normalize();
        requireWithin("port", port, 0, 65_535);
        requireWithin("sharedBuffersMegabytes", sharedBuffersMegabytes, 1, 65_536);
        requireWithin("connectionsMax", connectionsMax, 5, 10_000);
        if (startLimit.isNegative() || startLimit.isZero()) {
            throw new IllegalArgumentException("startLimit has to be positive, not " + startLimit);
        }
    }

    /** A free port, 128 MB of shared buffers, 100 connections, two minutes to start. */
    public static EmbeddedPostgresSettings in(Path directory) {
        return new EmbeddedPostgresSettings(directory, ANY_PORT, 128, 100, Duration.ofMinutes(2));
    }

    public EmbeddedPostgresSettings withPort(int newPort) {
        return new EmbeddedPostgresSettings(directory, newPort, sharedBuffersMegabytes, connectionsMax, startLimit);
    }

    public EmbeddedPostgresSettings withSharedBuffersMegabytes(int megabytes) {
        return new EmbeddedPostgresSettings(directory, port, megabytes, connectionsMax, startLimit);
    }

    public EmbeddedPostgresSettings withConnectionsMax(int connections) {
        return new EmbeddedPostgresSettings(directory, port, sharedBuffersMegabytes, connections, startLimit);
    }

    public EmbeddedPostgresSettings withStartLimit(Duration limit) {
        return new EmbeddedPostgresSettings(directory, port, sharedBuffersMegabytes, connectionsMax, limit);
    }

    private static void requireWithin(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s has to be from %d to %d, not %d".formatted(name, least, most, value));
        }
    }
}
