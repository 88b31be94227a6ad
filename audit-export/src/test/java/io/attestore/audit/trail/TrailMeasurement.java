package io.attestore.audit.trail;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.Seals;
import io.attestore.postgres.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the trail costs, and how fast it answers. Not a test: run it by hand with the class path of the tests and the
 * arguments {@code calls names users}.
 */
public final class TrailMeasurement {

    private static final int LOOKUPS = 400;
    private static final int PAGE = 50;
    private static final int TICKS_PER_SECOND = 100;

    private final GeneratedLog log;
    private final long events;
    private final int names;
    private final int users;
    private final JdbcTemplate jdbc;
    private final Trail trail;
    private final TrailProjector projector;
    private final PrintStream out;

    private TrailMeasurement(TestDatabase database, long calls, int names, int users, PrintStream out) {
        this.log = new GeneratedLog(names, users);
        this.events = calls * 2;
        this.names = names;
        this.users = users;
        this.jdbc = new JdbcTemplate(database.dataSource());
        TrailSeal seal = Seals.newSeal();
        TrailDamage damage = new TrailDamage();
        this.trail = new Trail(database.dataSource(), log, TrailSettings.DEFAULT, seal, damage);
        this.projector = new TrailProjector(database.dataSource(), log, TrailSettings.DEFAULT, seal, damage);
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (TestDatabase database = TestDatabase.fresh()) {
            TrailSchema.migrate(database.dataSource());
            TrailMeasurement measurement = new TrailMeasurement(
                    database,
                    Long.parseLong(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    System.out);
            measurement.project();
            measurement.lookUp("index alone");
            measurement.log.growTo(measurement.events + 3_000);
            measurement.lookUp("index and 3,000 unindexed events");
        }
    }

    private void project() throws IOException {
        log.growTo(events / 50);
        projector.catchUp();
        long warm = log.head() + 1;
        double databaseSeconds = databaseSeconds();
        long wal = walBytes();
        long made = log.nanosReading();
        long begin = System.nanoTime();
        long beginCpu = cpuNanos();
        log.growTo(events);
        projector.catchUp();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double own = (cpuNanos() - beginCpu - log.nanosReading() + made) / 1e9;
        double database = databaseSeconds() - databaseSeconds;
        long projected = events - warm;
        double reads = projected / 2.0;
        out.printf("%,d events, %,d names, %,d users%n", events, names, users);
        out.printf("%,.0f events/s by the clock, with the making of the events%n", projected / seconds);
        out.printf("%.2f s of the projector's CPU per 100,000 reads%n", own / reads * 1e5);
        out.printf("%.2f s of PostgreSQL's CPU per 100,000 reads%n", database / reads * 1e5);
        out.printf("%,.0f events/s on a processor that does nothing else%n", projected / (own + database));
        out.printf("%.0f bytes of WAL per read%n", (walBytes() - wal) / reads);
        out.printf("%.0f bytes of tables and indexes per read%n", size() * 2.0 / events);
        jdbc.execute("vacuum analyze");
    }

    private void lookUp(String state) throws IOException {
        time(
                state + ", by resource",
                random -> new Criterion.ResourceName(GeneratedLog.parameter(random.nextInt(names))));
        time(state + ", by the key", _ -> new Criterion.ResourceName(Calls.KEY.value()));
        time(state + ", by user", random -> new Criterion.Username(GeneratedLog.user(random.nextInt(users))));
        time(state + ", by operation", _ -> new Criterion.EventName("Decrypt"));
        time(
                state + ", by event id",
                random -> new Criterion.EventId(log.at(java.util.List.of(random.nextLong(events / 2) * 2))
                        .getFirst()
                        .eventId()));
    }

    /** The processor's time of this thread, which other work on the machine leaves alone. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private interface Choice {

        Criterion of(Random random);
    }

    private void time(String what, Choice choice) throws IOException {
        Random random = new Random(17);
        long[] nanos = new long[LOOKUPS];
        long found = 0;
        long beginCpu = cpuNanos();
        double beginDatabase = databaseSeconds();
        for (int i = -LOOKUPS / 5; i < LOOKUPS; i++) {
            TrailQuery query = TrailQuery.everything(Calls.WHERE, PAGE).matching(choice.of(random));
            long begin = System.nanoTime();
            found += trail.search(query).entries().size();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
            }
        }
        double cpu = (cpuNanos() - beginCpu) / 1e9 + databaseSeconds() - beginDatabase;
        Arrays.sort(nanos);
        int all = LOOKUPS + LOOKUPS / 5;
        out.printf(
                "%-46s p50 %6.1f ms, p99 %6.1f ms, %5.1f ms of CPU, %d found on average%n",
                what, nanos[LOOKUPS / 2] / 1e6, nanos[LOOKUPS * 99 / 100] / 1e6, cpu / all * 1e3, found / all);
    }

    private long size() {
        return number("select sum(pg_total_relation_size(oid))::bigint from pg_class"
                + " where relname like 'trail%' and relkind = 'r'");
    }

    private long walBytes() {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    /** CPU of all processes of the server, from the kernel's counters. */
    private double databaseSeconds() throws IOException {
        long postmaster = parent(number("select pg_backend_pid()"));
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .toList()) {
                long pid = Long.parseLong(process.getFileName().toString());
                String[] stat = stat(pid);
                if (stat.length > 14 && (pid == postmaster || Long.parseLong(stat[1]) == postmaster)) {
                    ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
                    ticks += Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
                }
            }
        }
        return (double) ticks / TICKS_PER_SECOND;
    }

    private static long parent(long pid) {
        return Long.parseLong(stat(pid)[1]);
    }

    /** The fields of /proc/PID/stat after the name: state, parent, …; none if the process has ended. */
    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }
}
