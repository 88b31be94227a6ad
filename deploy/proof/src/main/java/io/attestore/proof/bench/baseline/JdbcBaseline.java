package io.attestore.proof.bench.baseline;

import io.attestore.proof.bench.load.Load;
import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.meter.ProcessorSeconds;
import io.attestore.proof.bench.store.MeasuredStore.Column;
import io.attestore.proof.bench.store.MeasuredStore.Rows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What the same bytes cost without us: plain JDBC, one transaction per read, which is one prepared INSERT of the very rows
 * that one audited read has written. No order, no chain, no HTTP, no signature. Its table has the log's columns and one
 * primary key. A thread and a connection for each caller, as in a pool that is large enough.
 */
public final class JdbcBaseline {

    private static final long LATENCY_NANOS_MAX = Duration.ofMinutes(1).toNanos();

    private final BaselineDatabase database;
    private final Rows rows;
    private final String insert;

    /** @param rows what one audited read writes */
    public JdbcBaseline(BaselineDatabase database, Rows rows) throws SQLException {
        this.database = database;
        this.rows = rows;
        this.insert = insert(rows);
        try (Connection connection = database.connection().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(createTable(rows.columns()));
        }
    }

    /** This many callers, each with a connection of its own. */
    public Load callers(int count) {
        return time -> {
            try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
                return run(count, time, threads);
            }
        };
    }

    private Measurement run(int count, Duration time, ExecutorService threads)
            throws SQLException, InterruptedException, IOException {
        List<Connection> connections = new ArrayList<>();
        try {
            List<PreparedStatement> inserts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                connections.add(database.connection().connect());
                inserts.add(prepare(connections.getLast()));
            }
            ProcessorSeconds before = database.meters().read();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Histogram>> running = inserts.stream()
                    .map(statement -> threads.submit(() -> insertUntil(end, statement)))
                    .toList();
            Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);
            for (Future<Histogram> one : running) {
                latency.add(result(one));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            ProcessorSeconds spent = database.meters().read().since(before);
            return new Measurement(latency.getTotalCount(), seconds, latency, spent.microsPer(latency.getTotalCount()));
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static Histogram insertUntil(long end, PreparedStatement insert) throws SQLException {
        Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);
        for (long before = System.nanoTime(); before < end; ) {
            insert.executeUpdate();
            long after = System.nanoTime();
            latency.recordValue(Math.min(after - before, LATENCY_NANOS_MAX));
            before = after;
        }
        return latency;
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(insert);
        int parameter = 1;
        for (List<Object> row : rows.values()) {
            for (Object value : row) {
                if (value instanceof String text) {
                    statement.setObject(parameter++, text, Types.OTHER);
                } else {
                    statement.setObject(parameter++, value);
                }
            }
        }
        return statement;
    }

    static String createTable(List<Column> columns) {
        String list = columns.stream()
                .map(column -> column.name() + " " + column.type() + " not null")
                .collect(Collectors.joining(", "));
        String storage = columns.stream()
                .filter(column -> !column.storage().equals("plain"))
                .map(column ->
                        "; alter table bench_baseline alter " + column.name() + " set storage " + column.storage())
                .collect(Collectors.joining());
        return "create table bench_baseline(position bigint generated always as identity primary key, " + list + ")"
                + storage;
    }

    static String insert(Rows rows) {
        String names = rows.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        String row = "(" + String.join(", ", Collections.nCopies(rows.columns().size(), "?")) + ")";
        return "insert into bench_baseline(" + names + ") values "
                + String.join(", ", Collections.nCopies(rows.values().size(), row));
    }

    private static Histogram result(Future<Histogram> running) throws IOException, InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException failure) {
            throw new IOException("An insert of the baseline failed: " + failure.getCause(), failure.getCause());
        }
    }
}
