package io.attestore.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running {@code postgres}. It runs in a session of its own ({@code setsid}), so that a terminal's Ctrl-C reaches us
 * alone and we stop it in order.
 */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Programs programs;

    /** What is needed to start and to stop a server on one data directory. */
    record Programs(PostgresBinaries binaries, ServerAccount account, Path data) {

        /** Asks a server to stop: fast (clients are cut off, data is flushed), else at once (recovery at next start). */
        void stop() {
            if (!stop("fast") && !stop("immediate")) {
                throw new EmbeddedPostgresException("PostgreSQL on " + data + " does not stop");
            }
        }

        private boolean stop(String mode) {
            var command = new ArrayList<>(account.prefix());
            command.addAll(List.of(
                    binaries.program("pg_ctl"),
                    "stop",
                    "--pgdata=" + data,
                    "--mode=" + mode,
                    "--wait",
                    "--timeout=" + STOP_LIMIT.toSeconds()));
            try {
                Command.Outcome outcome = Command.run(command, STOP_LIMIT.plusSeconds(5));
                if (outcome.exitCode() != 0) {
                    LOG.warn("pg_ctl stop --mode={} failed: {}", mode, outcome.output());
                }
                return outcome.exitCode() == 0;
            } catch (IOException e) {
                LOG.warn("pg_ctl stop --mode={} failed", mode, e);
                return false;
            }
        }
    }

    private ServerProcess(Process process, Programs programs) {
        this.process = process;
        this.programs = programs;
    }

    static ServerProcess start(Programs programs, Map<String, String> serverSettings, ServerLog log)
            throws IOException {
        log.prepare();
        var command = new ArrayList<String>();
        command.add("setsid");
        command.addAll(programs.account().prefix());
        command.addAll(List.of(
                programs.binaries().program("postgres"), "-D", programs.data().toString()));
        serverSettings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Process process = Command.bare(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.file().toFile()))
                .start();
        return new ServerProcess(process, programs);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Returns when the server has ended, however it ended. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Stops the server and waits for its end. Doing it twice is harmless. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        try {
            programs.stop();
            if (process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
