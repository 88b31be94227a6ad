package io.attestore.server.snapshots;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The table of stored states, with a migration history of its own. */
public final class SnapshotSchema {

    private static final String LOCATION = "classpath:db/snapshots";
    private static final String HISTORY_TABLE = "state_snapshot_schema_history";

    private SnapshotSchema() {}

    /** Brings the table up to date; several nodes may do so at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(LOCATION)
                .table(HISTORY_TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
