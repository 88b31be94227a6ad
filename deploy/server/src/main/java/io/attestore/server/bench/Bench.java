package io.attestore.server.bench;

import io.attestore.server.bench.JdbcBaseline.Sizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Measures audited decrypting GetParameter beside plain JDBC inserts of the same bytes and beside the door alone. The
 * server, its PostgreSQL, the door alone and the load all share this machine, and all rows of one table come from one
 * run: compare within it only.
 */
public final class Bench {

    private static final int OK = 0;
    private static final int WRONG_USAGE = 2;
    private static final int BASELINE_CONNECTIONS = 64;
    private static final int PARAMETERS = 256;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMillis(500);

    private final BenchArguments arguments;
    private final Consumer<String> out;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private Bench(BenchArguments arguments, Consumer<String> out) {
        this.arguments = arguments;
        this.out = out;
    }

    /**
     * Runs the benchmark.
     *
     * @return the exit code
     */
    public static int run(List<String> arguments, Consumer<String> out) {
        if (arguments.contains("--help")) {
            out.accept(BenchArguments.HELP);
            return OK;
        }
        try {
            new Bench(BenchArguments.parse(arguments), out).run();
            return OK;
        } catch (IllegalArgumentException wrong) {
            out.accept("attestore: " + wrong.getMessage());
            return WRONG_USAGE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was stopped", stopped);
        } catch (Exception failure) {
            throw new IllegalStateException("The benchmark failed: " + failure.getMessage(), failure);
        }
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
        try (ChildServer server = ChildServer.attestore(folder.resolve("data"));
                ChildServer door = ChildServer.doorAlone();
                BenchDatabase database = BenchDatabase.of(folder.resolve("data"), BASELINE_CONNECTIONS)) {
            measure(server, door, database.dataSource());
        } finally {
            delete(folder);
        }
    }

    private void measure(ChildServer server, ChildServer door, DataSource database) throws Exception {
        SecureStringReads reads = new SecureStringReads(Clock.systemUTC(), PARAMETERS);
        reads.putAll(server.target());
        out.accept("Warming up …");
        Load.run(64, WARM_UP, index -> reads.open(server.target(), index));
        Load.run(64, WARM_UP.dividedBy(2), index -> reads.open(door.target(), index));
        Sizes sizes = BenchDatabase.sizesOfARead(database);
        JdbcBaseline baseline = new JdbcBaseline(database, sizes);
        for (int round = 1; round <= arguments.rounds(); round++) {
            out.accept("Round " + round + " of " + arguments.rounds() + " …");
            for (int connections : arguments.connections()) {
                take(audited(connections), connections, index -> reads.open(server.target(), index));
            }
            take(BASELINE, BASELINE_CONNECTIONS, baseline::open);
            for (int connections : arguments.connections()) {
                take(alone(connections), connections, index -> reads.open(door.target(), index));
            }
        }
        baseline.drop();
        print(sizes);
    }

    private void take(String name, int workers, Load.Workers open) throws Exception {
        Load.pause(REST);
        figures.computeIfAbsent(name, Figure::new).add(Load.run(workers, arguments.time(), open));
    }

    private void print(Sizes sizes) {
        out.accept("");
        out.accept(Figure.header());
        figures.values().forEach(figure -> out.accept(figure.row()));
        out.accept("");
        double baseline = perSecond(BASELINE);
        for (int connections : arguments.connections()) {
            out.accept(String.format(
                    Locale.ROOT,
                    "%4d connections: %.2f of plain JDBC, %.2f of the door alone",
                    connections,
                    perSecond(audited(connections)) / baseline,
                    perSecond(audited(connections)) / perSecond(alone(connections))));
        }
        out.accept("A read writes 2 rows: metadata 2 x " + sizes.metadata() + " bytes, payloads " + sizes.readPayload()
                + " and " + sizes.keyUsedPayload() + " bytes.");
        out.accept("Machine: " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java " + Runtime.version());
    }

    private double perSecond(String name) {
        Figure figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException("Not measured: " + name);
        }
        return figure.medianPerSecond();
    }

    private static final String BASELINE = "plain JDBC, one transaction per read, 64 connections";

    private static String audited(int connections) {
        return "audited decrypting GetParameter, " + connections + " connections";
    }

    private static String alone(int connections) {
        return "the door alone, nothing appended, " + connections + " connections";
    }

    private static void delete(Path folder) {
        try (var tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be removed", e);
        }
    }
}
