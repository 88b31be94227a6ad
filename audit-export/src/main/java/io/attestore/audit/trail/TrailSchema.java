package io.attestore.audit.trail;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the trail. They have a migration history of their own, beside whatever else the database holds. */
public final class TrailSchema {

    private static final String LOCATION = "classpath:db/trail";
    private static final String HISTORY_TABLE = "trail_schema_history";

    private TrailSchema() {}

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
