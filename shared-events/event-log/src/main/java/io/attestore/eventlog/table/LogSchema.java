package io.attestore.eventlog.table;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the log's tables to the shape that this version needs. Safe to run on several nodes at once. */
public final class LogSchema {

    private static final String LOCATION = "classpath:db/migration/event-log";
    private static final String HISTORY_TABLE = "event_log_schema_history";

    private LogSchema() {}

    public static void migrate(DataSource dataSource) {
        Flyway.configure(LogSchema.class.getClassLoader())
                .dataSource(dataSource)
                .locations(LOCATION)
                .table(HISTORY_TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
