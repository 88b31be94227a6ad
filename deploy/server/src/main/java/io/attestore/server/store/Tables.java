package io.attestore.server.store;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.audit.changes.ChangeSchema;
import io.attestore.audit.trail.TrailSchema;
import io.attestore.server.duework.DueWorkSchema;
import io.attestore.server.snapshots.SnapshotSchema;

/** The tables beside the log's own, all of which can be rebuilt from it. */
public final class Tables {

    /** Flyway wants two at a time. */
    private static final int CONNECTIONS = 2;

    private Tables() {}

    /** Brings them up to date; several nodes may do so at once. */
    public static void migrate(Database database) {
        try (HikariDataSource pool = database.openPatientPool("attestore-tables", CONNECTIONS)) {
            TrailSchema.migrate(pool);
            DueWorkSchema.migrate(pool);
            ChangeSchema.migrate(pool);
            SnapshotSchema.migrate(pool);
        }
    }
}
