package io.attestore.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running: whenever its process has ended by itself (killed for want of memory, crashed), it is started
 * again on the same port, after a pause that grows while starts keep failing. PostgreSQL refuses to start as long as
 * anything of the old server is alive, so that two never work on the same data.
 */
final class Supervision implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
    private static final Duration PAUSE_MIN = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(15);

    /** A server that ended earlier than this counts as one that did not start. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Recipe recipe;
    private final Thread thread;
    private volatile ServerProcess process;

    /**
     * How the server is started each time.
     *
     * @param programs on its data directory
     * @param serverSettings the port among them
     * @param log where it writes
     * @param server how to see whether it answers
     * @param startLimit how long one start may take, crash recovery included
     */
    record Recipe(
            ServerProcess.Programs programs,
            Map<String, String> serverSettings,
            ServerLog log,
            ConnectionSettings server,
            Duration startLimit) {

        Recipe {
            serverSettings = Map.copyOf(serverSettings);
        }
    }

    /** @param process the server as it runs now */
    Supervision(Recipe recipe, ServerProcess process) {
        this.recipe = recipe;
        this.process = process;
        this.thread = Thread.ofPlatform()
                .name("embedded-postgres-supervision")
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isRunning() {
        return process.isRunning();
    }

    private void run() {
        try {
            Duration pause = PAUSE_MIN;
            while (true) {
                long since = System.nanoTime();
                process.awaitEnd();
                boolean stable = System.nanoTime() - since > STABLE.toNanos();
                pause = stable ? PAUSE_MIN : pause;
                LOG.error("PostgreSQL has ended by itself; it is started again in {} ms", pause.toMillis());
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
                startAgain();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        try {
            LeftoverServer.clearAway(recipe.programs());
            long logStart = recipe.log().length();
            process = ServerProcess.start(recipe.programs(), recipe.serverSettings(), recipe.log());
            switch (Readiness.await(recipe.server(), process, recipe.startLimit(), recipe.log(), logStart)) {
                case Readiness.Outcome.Ready _ -> requireDurable();
                case Readiness.Outcome.PortTaken _ -> failed("something else uses its port");
                case Readiness.Outcome.StillInUse _ -> failed("processes of the server that was killed still run");
                case Readiness.Outcome.Failed(String reason) -> failed(reason);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    private void requireDurable() throws SQLException {
        try (Connection connection = recipe.server().connect()) {
            SafetySettings.assertDurable(connection);
        }
        LOG.warn("PostgreSQL runs again");
    }

    private void failed(String reason) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        LOG.error("PostgreSQL could not be started again: {}", reason);
        process.stop();
    }

    /** Ends the supervision, then the server. Doing it twice is harmless. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        process.stop();
    }
}
