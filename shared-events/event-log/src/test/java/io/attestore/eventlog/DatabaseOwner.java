package io.attestore.eventlog;

import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.table.AppendFunction;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody can do who owns the database and has read this code, but has not the store's keys. */
final class DatabaseOwner {

    private final PostgresLogFixture fixture;
    private final EventEncoding encoding = new EventEncoding(new JsonEventCodec(AccountEvents.CATALOGUE));

    DatabaseOwner(PostgresLogFixture fixture) {
        this.fixture = fixture;
    }

    /** Appends an event that continues the chain, with its tags in the index and some MAC. */
    void append(Event event) throws SQLException {
        append(event, new MemorySeal());
    }

    void append(Event event, LogSeal other) throws SQLException {
        try (Connection connection = fixture.plain().getConnection()) {
            LogHead head = LogRows.head(connection);
            LogRow row = encoding.encode(List.of(LogUnderTest.message(event)))
                    .getFirst()
                    .after(head, other.macs().forOneThread());
            AppendFunction.call(connection, head, List.of(row), List.of(), Map.of());
        }
    }

    /** Makes the whole chain fit again. */
    void recomputeChain() throws SQLException {
        try (Connection connection = fixture.plain().getConnection()) {
            List<LogRow> rows = LogRows.page(connection, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
            connection.createStatement().execute("set session_replication_role = replica");
            byte[] previous = LogHead.EMPTY.hash();
            for (LogRow row : rows) {
                previous = HashChain.next(previous, row.position(), HashChain.content(row.content()));
                try (PreparedStatement update =
                        connection.prepareStatement("update event_log set hash = ? where position = ?")) {
                    update.setBytes(1, previous);
                    update.setLong(2, row.position());
                    update.executeUpdate();
                }
            }
            connection.createStatement().execute("reset session_replication_role");
        }
    }

    /** Puts another body in the place of the function that appends. */
    void replaceAppendBy(String body) throws SQLException {
        try (Connection connection = fixture.plain().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select pg_get_functiondef(oid) from pg_proc where proname = 'event_log_append'")) {
            found.next();
            String definition = found.getString(1);
            int from = definition.indexOf("AS $function$");
            fixture.execute(definition.substring(0, from) + "AS $function$ begin " + body + " end $function$");
        }
    }

    List<String> partitions() throws SQLException {
        List<String> partitions = new ArrayList<>();
        try (Connection connection = fixture.plain().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'event_log'::regclass")) {
            while (found.next()) {
                partitions.add(found.getString(1));
            }
        }
        return partitions;
    }
}
