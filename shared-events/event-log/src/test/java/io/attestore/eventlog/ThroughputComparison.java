package io.attestore.eventlog;

import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.postgres.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Appends per second of the log, against one transaction per append on 64 connections without order or chain, of the
 * same bytes, in one run. Not a test: read the ratios, not the figures.
 */
final class ThroughputComparison {

    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final String PADDING = "x".repeat(430);
    private static final byte[] METADATA = "{\"caller\":\"alice\"}".getBytes(StandardCharsets.UTF_8);

    private static final String PLAIN_INSERT =
            "insert into plain_log (event_id, type, version, occurred_at, tags, metadata, payload, hash)"
                    + " values (?, 'test.Seen', '1', now(), '{}', ?, ?, ?)";

    private ThroughputComparison() {}

    public static void main(String[] arguments) throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                var pool = database.settings().openPool("plain", 64);
                PostgresEventLog engine = PostgresEventLog.open(
                        database.dataSource(),
                        database.dataSource(),
                        new JsonEventCodec(AccountEvents.CATALOGUE),
                        LogSettings.defaults(),
                        new MemorySeal(),
                        Optional.empty(),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC())) {
            createPlainLog(pool);
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            run("warm-up", 64, 3, () -> appendToLog(log));
            run("warm-up", 64, 3, () -> appendPlainly(pool));
            for (int callers : new int[] {64, 256}) {
                double ours = run("log", callers, SECONDS, () -> appendToLog(log));
                double plain = run("one transaction each", callers, SECONDS, () -> appendPlainly(pool));
                System.out.printf("%d callers: ratio %.2f%n", callers, ours / plain);
            }
        }
    }

    private static void appendToLog(LogUnderTest log) {
        log.append(new Seen("a", PADDING)).join();
    }

    private static void appendPlainly(DataSource pool) throws Exception {
        byte[] payload = ("{\"account\":\"a\",\"by\":\"" + PADDING + "\"}").getBytes(StandardCharsets.UTF_8);
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(PLAIN_INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, METADATA);
            insert.setBytes(3, payload);
            insert.setBytes(4, new byte[32]);
            insert.executeUpdate();
        }
    }

    private static double run(String name, int callers, int seconds, Append append) {
        LongAdder done = new LongAdder();
        LongAdder failed = new LongAdder();
        long begun = System.nanoTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                executor.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            append.run();
                            done.increment();
                        } catch (Exception e) {
                            failed.increment();
                        }
                    }
                });
            }
        }
        double perSecond = done.sum() / ((System.nanoTime() - begun) / 1e9);
        System.out.printf("%-22s %4d callers %9.0f/s %d failed%n", name, callers, perSecond, failed.sum());
        return perSecond;
    }

    private static void createPlainLog(DataSource pool) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table plain_log (position bigserial primary key, event_id uuid not null, type text not null,
                        version text not null, occurred_at timestamptz not null, tags text[] not null,
                        metadata bytea not null, payload bytea not null, hash bytea not null);
                    alter table plain_log alter column payload set storage external
                    """);
        }
    }

    private interface Append {
        void run() throws Exception;
    }
}
