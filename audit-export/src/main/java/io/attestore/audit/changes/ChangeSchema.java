package io.attestore.audit.changes;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of deliveries, with a migration history of their own. */
public final class ChangeSchema {

    private static final String LOCATION = "classpath:db/changes";
    private static final String HISTORY_TABLE = "change_schema_history";

    private ChangeSchema() {}

    /** Brings the tables up to date; several nodes may do so at once. */
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
