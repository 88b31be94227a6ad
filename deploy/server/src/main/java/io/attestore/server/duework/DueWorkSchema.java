package io.attestore.server.duework;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of due work, with a migration history of their own. */
public final class DueWorkSchema {

    private static final String LOCATION = "classpath:db/duework";
    private static final String HISTORY_TABLE = "due_work_schema_history";

    private DueWorkSchema() {}

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
