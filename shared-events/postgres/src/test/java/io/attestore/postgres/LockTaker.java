package io.attestore.postgres;

import java.nio.file.Path;

/** A JVM that tries to claim a directory and tells by its exit code how that went. */
final class LockTaker {

    static final int TAKEN = 10;
    static final int REFUSED = 11;

    private LockTaker() {}

    public static void main(String[] arguments) {
        int outcome = REFUSED;
        try (var lock = DataDirectoryLock.acquire(Path.of(arguments[0]))) {
            outcome = lock == null ? REFUSED : TAKEN;
        } catch (EmbeddedPostgresException held) {
            outcome = REFUSED;
        }
        System.exit(outcome);
    }
}
