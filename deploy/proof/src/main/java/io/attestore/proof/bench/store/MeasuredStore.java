package io.attestore.proof.bench.store;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.store.RunningDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of a running server, looked into from beside it. */
public record MeasuredStore(ConnectionSettings database) {

    private static final String COLUMNS = """
            select attname, format_type(atttypid, atttypmod),
                   case attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                                   else 'extended' end
            from pg_attribute
            where attrelid = 'event_log'::regclass and attnum > 0 and not attisdropped and attname <> 'position'
            order by attnum
            """;
    private static final String HEAD = "select coalesce(max(position), -1) from event_log";
    private static final String SINCE = "select * from event_log where position > ? order by position";

    /** A column of the log, but for its position. */
    public record Column(String name, String type, String storage) {}

    /** Rows of the log, but for their positions, as the driver gives and takes them. */
    public record Rows(List<Column> columns, List<List<Object>> values) {}

    public static MeasuredStore beside(StoreSettings store) {
        return new MeasuredStore(RunningDatabase.read(store.runningDatabase())
                .orElseThrow(() -> new IllegalStateException("The measured server has no embedded database")));
    }

    /** Position of the newest event. */
    public long head() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HEAD)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What was written after a position. */
    public Rows rowsAfter(long position) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(SINCE)) {
            statement.setLong(1, position);
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(values(result));
                }
            }
            return new Rows(columns(connection), rows);
        }
    }

    private static List<Object> values(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (!columns.getColumnName(column).equals("position")) {
                // An array belongs to its connection; its text belongs to nobody.
                values.add(row.getObject(column) instanceof Array ? row.getString(column) : row.getObject(column));
            }
        }
        return values;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.add(new Column(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return columns;
    }

    /** How much room everything takes now. */
    public DiskUse diskUse() throws SQLException {
        return DiskUse.of(database);
    }

    /** Does what PostgreSQL's autovacuum will do some time, now. */
    public void vacuum() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }
}
