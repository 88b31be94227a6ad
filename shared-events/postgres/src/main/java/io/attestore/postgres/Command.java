package io.attestore.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A short-lived program of the operating system, run to its end with an environment that holds none of ours. */
final class Command {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Command() {}

    /** How a program ended, and what it said on both of its outputs. */
    record Outcome(int exitCode, String output) {}

    /** Runs a program; empty if it is not installed or does not end in time. */
    static Optional<Outcome> tryRun(List<String> command) {
        try {
            return Optional.of(run(command, PROBE_LIMIT));
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    /** Runs a program that says little and ends by itself. */
    static Outcome run(List<String> command, Duration limit) throws IOException {
        Process process = bare(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s did not end within %s".formatted(command.getFirst(), limit));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.exitValue(), output.strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(command.getFirst() + " was interrupted", e);
        }
    }

    /** A process to be started in the root folder and with a minimal environment. */
    static ProcessBuilder bare(List<String> command) {
        var builder = new ProcessBuilder(command).directory(new File("/"));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", PATH);
        environment.put("LC_ALL", "C");
        return builder;
    }
}
