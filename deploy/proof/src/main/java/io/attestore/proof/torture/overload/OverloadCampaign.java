package io.attestore.proof.torture.overload;

import io.attestore.proof.torture.Campaign;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.KeptConnection;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.proof.torture.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * The campaign {@code overload}: finds how much the server does for a moderate number of clients, then lets many more
 * read for a while. Throughput has to stay near its best, who is not served has to be told so in time, memory has to
 * stay bounded, and a single client has to be served as before soon after. Other work on the machine comes and goes, so
 * the capacity is measured once more after that, and the mean of both counts.
 */
public final class OverloadCampaign implements Campaign {

    private static final int HEAP_MEGABYTES_MAX = 1024;

    /** Beside the heap: code, classes, threads, buffers of sockets. */
    private static final int BESIDE_HEAP_MEGABYTES_MAX = 512;

    /** As the launcher starts it, unlike the children of other campaigns. */
    static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx" + HEAP_MEGABYTES_MAX + "m", "-XX:-UseSerialGC", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=4");

    private static final int SINGLE_READS = 50;
    private static final double CALM_TIMES_MAX = 2;
    private static final Duration CALM_SLACK = Duration.ofMillis(5);

    private final Demand demand;

    public OverloadCampaign() {
        this(Demand.FULL);
    }

    public OverloadCampaign(Demand demand) {
        this.demand = demand;
    }

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public Report run(TortureArguments arguments, Consumer<String> progress) throws Exception {
        try (WorkFolder folder = WorkFolder.in(arguments.folder(), "torture-overload-")) {
            Path collectorLog = folder.path().resolve("collector.log");
            List<String> options = new ArrayList<>(JAVA_OPTIONS);
            options.add(MemorySampler.option(collectorLog));
            try (ChildServer server = ChildServer.start(folder.path().resolve("data"), Map.of(), options);
                    MemorySampler memory = MemorySampler.start(server.pid(), collectorLog)) {
                Reads reads = new Reads(server.endpoint(), Credentials.in(server.data()));
                reads.putAll();
                Report report = run(reads, memory, arguments.time(), progress);
                folder.keepUnless(report.isClean());
                return report;
            }
        }
    }

    private Report run(Reads reads, MemorySampler memory, Duration time, Consumer<String> progress) throws Exception {
        List<String> table = new ArrayList<>(List.of(
                "| connections | served/s | p50 ms | p99 ms | longest ms | throttled | 503 | anything else |",
                "|---:|---:|---:|---:|---:|---:|---:|---:|"));
        progress.accept("Warming up");
        Load.run(reads, demand.overload(), demand.warmUp());
        double before = capacity(reads, table, progress);
        Duration calm = singleRead(reads);
        long residentBefore = memory.residentMegabytesMax();
        progress.accept("Overload with " + demand.overload() + " connections for " + time.toSeconds() + " s");
        Load.Result overload = Load.run(reads, demand.overload(), time);
        Optional<Duration> recovery = recovery(reads, calm);
        table.add(row(overload));
        double capacity = (before + capacity(reads, table, progress)) / 2;
        table.add("");
        table.add(String.format(
                Locale.ROOT,
                "Under overload %.2f of the capacity. A single client: p50 %.1f ms before, as before after %s.",
                overload.servedPerSecond() / capacity,
                calm.toNanos() / 1e6,
                recovery.map(after -> after.toMillis() + " ms").orElse("no time")));
        table.add("Memory: resident " + residentBefore + " MB at most before, " + memory.residentMegabytesMax()
                + " MB at most; of the heap of " + HEAP_MEGABYTES_MAX + " MB " + memory.heapMegabytesMax()
                + " MB at most after a collection.");
        overload.odd().forEach((what, count) -> table.add(count + " times " + what));
        return new Report(table, violations(overload, capacity, recovery, memory));
    }

    /** The best of what it does for moderate numbers of clients. */
    private double capacity(Reads reads, List<String> table, Consumer<String> progress) throws InterruptedException {
        double best = 0;
        for (int connections : demand.moderate()) {
            progress.accept("Measuring with " + connections + " connections");
            Load.Result result = Load.run(reads, connections, demand.measuring());
            table.add(row(result));
            best = Math.max(best, result.servedPerSecond());
        }
        return best;
    }

    private List<String> violations(
            Load.Result overload, double capacity, Optional<Duration> recovery, MemorySampler memory) {
        List<String> violations = new ArrayList<>();
        double share = overload.servedPerSecond() / capacity;
        if (share < demand.throughputShareMin()) {
            violations.add(String.format(Locale.ROOT, "throughput fell to %.2f of the capacity", share));
        }
        overload.odd().forEach((what, count) -> violations.add(count + " requests ended with " + what));
        if (overload.longest().compareTo(demand.answerLimit()) > 0) {
            violations.add("an answer took " + overload.longest().toMillis() + " ms");
        }
        if (recovery.isEmpty()) {
            violations.add("latency was not as before within " + demand.recoveryLimit());
        }
        if (memory.residentMegabytesMax() > HEAP_MEGABYTES_MAX + BESIDE_HEAP_MEGABYTES_MAX) {
            violations.add("resident memory rose to " + memory.residentMegabytesMax() + " MB");
        }
        return violations;
    }

    /** The median of a few reads by a single client. */
    private static Duration singleRead(Reads reads) throws IOException {
        try (KeptConnection connection = reads.connect()) {
            byte[] request = reads.request(0);
            Histogram times = new Histogram(3);
            for (int i = 0; i < SINGLE_READS; i++) {
                long begun = System.nanoTime();
                if (!Reads.isValue(connection.exchange(request))) {
                    throw new IOException("A single client is not served");
                }
                times.recordValue(System.nanoTime() - begun);
            }
            return Duration.ofNanos(times.getValueAtPercentile(50));
        }
    }

    /** How long after the load a single client was served as before; empty if it was not within the limit. */
    private Optional<Duration> recovery(Reads reads, Duration calm) {
        long ended = System.nanoTime();
        Duration bound =
                Duration.ofNanos((long) (calm.toNanos() * CALM_TIMES_MAX)).plus(CALM_SLACK);
        while (System.nanoTime() - ended < demand.recoveryLimit().toNanos()) {
            long begun = System.nanoTime();
            try {
                if (singleRead(reads).compareTo(bound) <= 0) {
                    return Optional.of(Duration.ofNanos(begun - ended));
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        return Optional.empty();
    }

    private static String row(Load.Result result) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %.1f | %.1f | %,d | %,d | %,d | %,d |",
                result.connections(),
                result.servedPerSecond(),
                result.ofServed().getValueAtPercentile(50) / 1e6,
                result.ofServed().getValueAtPercentile(99) / 1e6,
                result.longest().toMillis(),
                result.throttled(),
                result.unavailable(),
                result.odd().values().stream().mapToLong(Long::longValue).sum());
    }
}
