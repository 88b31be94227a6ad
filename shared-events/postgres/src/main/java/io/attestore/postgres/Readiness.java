package io.attestore.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until a server that is starting takes a connection, or has died, or has used up its time. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);
    private static final String INVALID_AUTHORIZATION = "28";

    private Readiness() {}

    /** How the wait ended. */
    sealed interface Outcome {
        record Ready() implements Outcome {}

        record PortTaken() implements Outcome {}

        /** Processes of a server that was killed have not noticed it yet: PostgreSQL waits for their end. */
        record StillInUse() implements Outcome {}

        record Failed(String reason) implements Outcome {}
    }

    /**
     * @param logStart the length of the log before this start
     */
    static Outcome await(
            ConnectionSettings connection, ServerProcess process, Duration limit, ServerLog log, long logStart) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isRunning()) {
                return ended(log.tailAfter(logStart));
            }
            try (Connection probe = connection.connect(PROBE_LIMIT)) {
                if (process.isRunning()) {
                    return new Outcome.Ready();
                }
            } catch (SQLException e) {
                String state = e.getSQLState();
                if (state != null && state.startsWith(INVALID_AUTHORIZATION)) {
                    return new Outcome.Failed(
                            "it refuses our password. If it was changed, write it to the password file");
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome.Failed("the wait was interrupted");
            }
        }
        return new Outcome.Failed(
                "it did not answer within %s. Its log says:\n%s".formatted(limit, log.tailAfter(logStart)));
    }

    private static Outcome ended(String said) {
        if (said.contains("could not bind")) {
            return new Outcome.PortTaken();
        }
        return said.contains("pre-existing shared memory block")
                ? new Outcome.StillInUse()
                : new Outcome.Failed("it ended at once. Its log says:\n" + said);
    }
}
