package io.attestore.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The wait for the processes of a server that was killed. They notice its end within seconds, on a busy machine later,
 * and until then PostgreSQL refuses to start on their data. For one start, in one thread.
 */
final class LeftoverWait {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path directory;
    private final Consumer<String> progress;
    private long deadline;

    /** @param progress is told once that there is a wait */
    LeftoverWait(Path directory, Consumer<String> progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /** @throws EmbeddedPostgresException if they are still there a minute after the first pause */
    void pause() {
        if (deadline == 0) {
            deadline = System.nanoTime() + LIMIT.toNanos();
            progress.accept("Waiting for the processes of a PostgreSQL that was killed");
        } else if (System.nanoTime() > deadline) {
            throw new EmbeddedPostgresException("Processes of a PostgreSQL that was killed still use " + directory);
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("The wait for a PostgreSQL that was killed was interrupted", e);
        }
    }
}
