package io.attestore.proof.bench.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.proof.bench.load.Target;
import io.attestore.proof.bench.meter.Meters;
import io.attestore.proof.bench.meter.ResidentMemory;
import io.attestore.proof.program.StartedProcess;
import io.attestore.server.settings.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, started as the launcher starts it. */
public final class ChildServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Attestore is ready on (http://\\S+)");
    private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)='?([^']*)'?");
    private static final Pattern LAG = Pattern.compile("\"lag\"\\s*:\\s*(\\d+)");
    private static final Pattern PROJECTED = Pattern.compile("\"projected\"\\s*:\\s*(-?\\d+)");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;
    private final Target target;
    private final Meters meters;
    private final int managementPort;
    private final double startSeconds;

    private ChildServer(Process process, Target target, Meters meters, int managementPort, double startSeconds) {
        this.process = process;
        this.target = target;
        this.meters = meters;
        this.managementPort = managementPort;
        this.startSeconds = startSeconds;
    }

    /** The real thing on its embedded database; made now if the data directory is empty. */
    public static ChildServer attestore(StoreSettings store) throws IOException {
        int managementPort = StartedProcess.freePort();
        long begun = System.nanoTime();
        Process process = JavaProcess.server(
                List.of("start", "--data=" + store.data(), "--port=0", "--management-port=" + managementPort));
        URI endpoint = awaitReady(process);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Target target = new Target(
                endpoint.getHost(),
                endpoint.getPort(),
                exported(store, "AWS_ACCESS_KEY_ID"),
                exported(store, "AWS_SECRET_ACCESS_KEY"));
        Meters meters = Meters.of(process.pid(), store.postgres());
        return new ChildServer(process, target, meters, managementPort, seconds);
    }

    /** The same HTTP server and door, with a runner behind it that answers at once. */
    public static ChildServer doorAlone() throws IOException {
        Process process = JavaProcess.main(DoorAlone.class, List.of());
        URI endpoint = awaitReady(process);
        return without(process, DoorAlone.target(endpoint.getHost(), endpoint.getPort()));
    }

    /** Something that reads requests and answers a constant, to see what the load generator can do. */
    public static ChildServer trivialResponder() throws IOException {
        Process process = JavaProcess.main(TrivialResponder.class, List.of());
        URI endpoint = awaitReady(process);
        return without(process, DoorAlone.target(endpoint.getHost(), endpoint.getPort()));
    }

    private static ChildServer without(Process process, Target target) {
        return new ChildServer(process, target, Meters.ofServer(process.pid()), 0, 0);
    }

    public Target target() {
        return target;
    }

    public Meters meters() {
        return meters;
    }

    /** From the start of the process to the line that says it is ready. */
    public double startSeconds() {
        return startSeconds;
    }

    public double residentMebibytes() {
        return ResidentMemory.mebibytes(process.pid());
    }

    /** How many events of the log the trail has not indexed yet. */
    public long trailLag() throws IOException {
        return healthDetail(LAG);
    }

    /** The newest position that the trail has indexed. */
    public long trailPosition() throws IOException {
        return healthDetail(PROJECTED);
    }

    /** Waits until the trail has indexed everything, so that no measurement pays for another's records. */
    public void awaitTrail(Duration max) throws IOException, InterruptedException {
        long end = System.nanoTime() + max.toNanos();
        while (trailLag() > 0) {
            if (System.nanoTime() > end) {
                throw new IOException("The trail lags behind for more than " + max.toSeconds() + " seconds");
            }
            Thread.sleep(LOOK);
        }
    }

    /** Stops it in order. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private long healthDetail(Pattern detail) throws IOException {
        URI health = URI.create("http://127.0.0.1:" + managementPort + "/health");
        try (InputStream in = health.toURL().openStream()) {
            Matcher matcher = detail.matcher(new String(in.readAllBytes(), UTF_8));
            if (!matcher.find()) {
                throw new IOException("The health of the server does not tell of its trail");
            }
            return Long.parseLong(matcher.group(1));
        }
    }

    private static String exported(StoreSettings store, String name) throws IOException {
        return Files.readAllLines(store.environment()).stream()
                .map(EXPORT::matcher)
                .filter(export -> export.matches() && export.group(1).equals(name))
                .map(export -> export.group(2))
                .findFirst()
                .orElseThrow(() -> new IOException(store.environment() + " does not export " + name));
    }

    private static URI awaitReady(Process process) throws IOException {
        return StartedProcess.awaitLine(process, READY)
                .map(URI::create)
                .orElseThrow(() -> new IOException("A server for the benchmark did not start"));
    }
}
