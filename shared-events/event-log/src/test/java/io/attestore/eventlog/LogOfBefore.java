package io.attestore.eventlog;

import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** A database as the version left it that knew no MACs: its schema, and events that its function wrote. */
final class LogOfBefore {

    static final String APPEND = "select event_log_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '{}', '{}')";

    private final List<LogRow> rows = new ArrayList<>();

    /** Has one event {@code Opened("a0")}, {@code Opened("a1")} and so on at each position. */
    LogOfBefore(PostgresLogFixture fixture, int events) throws SQLException {
        Flyway.configure(LogSchema.class.getClassLoader())
                .dataSource(fixture.plain())
                .locations("classpath:db/migration/event-log")
                .table("event_log_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("2")
                .load()
                .migrate();
        fixture.execute("create table event_log_0 (like event_log including defaults including storage);"
                + " alter table event_log attach partition event_log_0 for values from (0) to (1000000)");
        EventEncoding encoding = new EventEncoding(new JsonEventCodec(AccountEvents.CATALOGUE));
        RowMac ignored = new MemorySeal().macs().forOneThread();
        LogHead head = LogHead.EMPTY;
        for (int i = 0; i < events; i++) {
            LogRow row = encoding.encode(List.of(LogUnderTest.message(new Opened("a" + i))))
                    .getFirst()
                    .after(head, ignored);
            rows.add(row);
            head = LogHead.of(row);
        }
        try (Connection connection = fixture.plain().getConnection()) {
            append(connection, LogHead.EMPTY, rows);
        }
    }

    LogHead head() {
        return LogHead.of(rows.getLast());
    }

    /** As a server of that version calls its function. */
    static void append(Connection connection, LogHead head, List<LogRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setLong(1, head.position());
            statement.setBytes(2, head.hash());
            set(statement, 3, "text", rows, row -> row.content().eventId().toString());
            set(statement, 4, "text", rows, row -> row.content().type());
            set(statement, 5, "text", rows, row -> row.content().version());
            set(statement, 6, "int8", rows, row -> row.content().occurredAtMicros());
            set(statement, 7, "text", rows, row -> "{" + tag(row.content()) + "}");
            set(statement, 8, "bytea", rows, row -> row.content().metadata());
            set(statement, 9, "bytea", rows, row -> row.content().payload());
            set(statement, 10, "bytea", rows, LogRow::hash);
            set(statement, 11, "text", rows, row -> tag(row.content()));
            set(statement, 12, "int8", rows, LogRow::position);
            statement.execute();
        }
    }

    private static String tag(EventContent content) {
        return content.tags().getFirst();
    }

    private static void set(
            PreparedStatement statement, int index, String type, List<LogRow> rows, Function<LogRow, Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray(type.equals("bytea") ? byte[][]::new : Object[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
