package io.attestore.server.system;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.store.RunningDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;

/** All that a running server has stored: every row of every table, and every file, the database's own included. */
final class StoredBytes implements AutoCloseable {

    private static final String TABLES = """
            select quote_ident(nspname) || '.' || quote_ident(relname)
            from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where relkind in ('r', 'm')
            union all select 'pg_catalog.pg_stat_activity'
            """;

    private final Path data;
    private final HikariDataSource pool;

    StoredBytes(Path data) {
        this.data = data;
        ConnectionSettings running =
                RunningDatabase.read(data.resolve("database")).orElseThrow();
        this.pool = running.openPool("stored-bytes", 1);
    }

    /** Where in a table a trace is, e.g. {@code public.event_log.payload: the name of the trace}. */
    Set<String> inTables(List<Trace> traces) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = pool.getConnection()) {
            for (String table : tables(connection)) {
                search(connection, table, traces, found);
            }
        }
        return found;
    }

    /** Which files hold a trace; what PostgreSQL has in memory is written out first. */
    Set<String> inFiles(List<Trace> traces) throws SQLException, IOException {
        execute("checkpoint");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String trace : Trace.in(content(file), traces)) {
                    found.add(data.relativize(file) + ": " + trace);
                }
            }
        }
        return found;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query. */
    List<String> column(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return column(connection, sql);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return column(connection, TABLES);
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static void search(Connection connection, String table, List<Trace> traces, Set<String> found)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    byte[] bytes = bytes(rows, column);
                    Set<String> there = new TreeSet<>(Trace.in(bytes, traces));
                    there.addAll(Trace.in(inflated(bytes, 0), traces));
                    there.addAll(Trace.in(inflated(bytes, Integer.BYTES), traces));
                    for (String trace : there) {
                        found.add(table + "." + rows.getMetaData().getColumnName(column) + ": " + trace);
                    }
                }
            }
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnTypeName(column).equals("bytea")) {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? new byte[0] : bytes;
        }
        return String.valueOf(row.getString(column)).getBytes(StandardCharsets.UTF_8);
    }

    /** What deflated bytes hold, as there are in stored states after a length; nothing if they are none. */
    private static byte[] inflated(byte[] bytes, int from) {
        if (!beginsLikeDeflated(bytes, from)) {
            return new byte[0];
        }
        InputStream deflated = new ByteArrayInputStream(bytes, from, bytes.length - from);
        try (InputStream inflating = new InflaterInputStream(deflated)) {
            return inflating.readAllBytes();
        } catch (IOException notDeflated) {
            return new byte[0];
        }
    }

    /**
     * Whether there is a header that an inflater accepts: the method 8 and a check sum. To ask the inflater about every
     * column of every catalogue takes most of a search.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc1950#section-2.2">RFC 1950, section 2.2</a>
     */
    private static boolean beginsLikeDeflated(byte[] bytes, int from) {
        if (bytes.length < from + 2) {
            return false;
        }
        int methodAndWindow = bytes[from] & 0xff;
        int header = methodAndWindow << 8 | bytes[from + 1] & 0xff;
        return (methodAndWindow & 0x0f) == 8 && header % 31 == 0;
    }

    /** PostgreSQL removes files when it likes. */
    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException removed) {
            return new byte[0];
        }
    }
}
