package io.attestore.proof.bench;

import io.attestore.proof.bench.figure.Report;
import io.attestore.proof.bench.large.LongLog;
import io.attestore.proof.bench.large.ManyParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The bench command. The servers, their PostgreSQL, what they are compared with and the load all share this machine, and
 * all rows of one table come from one run: compare within it only.
 */
public final class Bench {

    private static final int OK = 0;
    private static final int WRONG_USAGE = 2;

    private Bench() {}

    /**
     * Runs the benchmark.
     *
     * @return the exit code
     */
    public static int run(List<String> arguments, Consumer<String> out) {
        if (arguments.contains("--help")) {
            out.accept(arguments.contains("--large") ? BenchArguments.HELP_LARGE : BenchArguments.HELP);
            return OK;
        }
        BenchArguments parsed;
        try {
            parsed = BenchArguments.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            out.accept("attestore: " + wrong.getMessage());
            return WRONG_USAGE;
        }
        run(parsed, Path.of("").toAbsolutePath(), out);
        return OK;
    }

    /** Measures in a folder that it makes below another and removes afterwards. */
    static void run(BenchArguments arguments, Path parent, Consumer<String> out) {
        LoggingSystem.get(Bench.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        long begun = System.nanoTime();
        Report report = new Report();
        try {
            Path folder = Files.createTempDirectory(parent, "bench-");
            try {
                measure(arguments, folder, report, out);
            } finally {
                delete(folder);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was stopped", stopped);
        } catch (Exception failure) {
            throw new IllegalStateException("The benchmark failed: " + failure.getMessage(), failure);
        }
        report.note(String.format(
                Locale.ROOT,
                "%d rounds of %.1f s each. Machine: %d processors, %s %s, Java %s. The whole run took %d s.",
                arguments.method().rounds(),
                arguments.method().time().toMillis() / 1e3,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                (System.nanoTime() - begun) / 1_000_000_000));
        report.print(out);
    }

    private static void measure(BenchArguments arguments, Path folder, Report report, Consumer<String> out)
            throws Exception {
        if (!arguments.large()) {
            new HotPath(arguments.method(), arguments.connections(), arguments.usualConnections(), report, out)
                    .run(folder);
            return;
        }
        for (BenchArguments.Part part : arguments.parts()) {
            switch (part) {
                case LOG ->
                    new LongLog(arguments.method(), arguments.events(), arguments.usualConnections(), report, out)
                            .run(folder);
                case PARAMETERS ->
                    new ManyParameters(
                                    arguments.method(),
                                    arguments.parameters(),
                                    arguments.usualConnections(),
                                    report,
                                    out)
                            .run(folder);
            }
        }
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
