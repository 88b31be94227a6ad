package io.attestore.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Unpacks PostgreSQL's programs before the first test, where the system property {@value PostgresBinaries#SHELF} says, if
 * they are not there yet. All servers that tests start take them from there, in whatever module, JVM or process: each
 * would unpack them for itself otherwise, for two seconds. Nobody writes to them.
 *
 * <p>JUnit finds this by {@code META-INF/services} in every module that has this one's test-jar. Without the property, as
 * in an IDE, and where there is no embedded server, nothing happens.
 */
public final class ProgramsUnpackedOnce implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String shelf = System.getProperty(PostgresBinaries.SHELF);
        if (shelf == null || !System.getProperty("os.name", "").equals("Linux")) {
            return;
        }
        try {
            prepare(Path.of(shelf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Several JVMs begin at once: they take turns, and the first one does it for all, the system account and the
     * {@link ReadyCluster} included.
     */
    static void prepare(Path shelf) throws IOException {
        Files.createDirectories(shelf);
        Path turn = shelf.resolve("turn");
        try (FileChannel file = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock taken = file.lock()) {
            PostgresBinaries.unpackedIn(shelf, step -> {});
            Path anywhere = TemporaryFolder.create();
            ServerAccount.choose(anywhere.resolve("data"));
            Files.delete(anywhere);
            ReadyCluster.makeOn(shelf);
        }
    }
}
