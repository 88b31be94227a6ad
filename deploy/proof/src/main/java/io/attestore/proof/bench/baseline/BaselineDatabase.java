package io.attestore.proof.bench.baseline;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.proof.bench.meter.Meters;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A PostgreSQL for the baseline alone, set like the measured server's but for its number of connections: the one's
 * checkpoints and vacuums are not the other's cost.
 */
public final class BaselineDatabase implements AutoCloseable {

    private static final int CONNECTIONS_BESIDE = 20;

    private final EmbeddedPostgres postgres;
    private final Meters meters;

    private BaselineDatabase(EmbeddedPostgres postgres, Meters meters) {
        this.postgres = postgres;
        this.meters = meters;
    }

    public static BaselineDatabase start(Path directory, int connectionsMax) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(directory).withConnectionsMax(connectionsMax + CONNECTIONS_BESIDE));
        try {
            return new BaselineDatabase(postgres, Meters.ofDatabase(directory));
        } catch (IOException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    ConnectionSettings connection() {
        return postgres.connection();
    }

    Meters meters() {
        return meters;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
