package io.attestore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an owner that was killed has left on a data directory: a server that still runs, or only its {@code
 * postmaster.pid}. Whoever calls this holds the {@link DataDirectoryLock}, so that no living owner is robbed.
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

    private LeftoverServer() {}

    /**
     * Stops a server that is surely ours, and deletes the pid file if its number has surely passed to some other
     * program: PostgreSQL itself would take that program for a server, a frequent thing in containers, where numbers are
     * small and soon used again. In all other cases PostgreSQL decides, and refuses to start when in doubt.
     */
    static void clearAway(ServerProcess.Programs programs) throws IOException {
        Path pidFile = programs.data().resolve("postmaster.pid");
        Optional<Long> pid = readPid(pidFile);
        Optional<List<String>> commandLine = pid.flatMap(LeftoverServer::commandLineOf);
        if (commandLine.isEmpty()) {
            return;
        }
        if (commandLine.get().containsAll(List.of("-D", programs.data().toString()))) {
            LOG.warn("Stopping the PostgreSQL (process {}) that an earlier run left behind", pid.orElseThrow());
            if (isOf(programs.account(), pid.orElseThrow())) {
                programs.stop();
            } else {
                interrupt(pid.orElseThrow(), programs);
            }
        } else if (!commandLine.get().getFirst().contains("postgres")) {
            Files.delete(pidFile);
        }
    }

    private static boolean isOf(ServerAccount account, long pid) throws IOException {
        return Files.getAttribute(Path.of("/proc", Long.toString(pid)), "unix:uid")
                .equals(account.uid());
    }

    /** As {@code pg_ctl stop --mode=fast} does, for a server of another account, such as older versions took. */
    private static void interrupt(long pid, ServerProcess.Programs programs) throws IOException {
        Command.run(List.of("sh", "-c", "kill -INT " + pid), ServerProcess.STOP_LIMIT);
        try {
            Optional<ProcessHandle> server = ProcessHandle.of(pid);
            if (server.isPresent()) {
                server.get().onExit().get(ServerProcess.STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedPostgresException("PostgreSQL on " + programs.data() + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL stops", e);
        }
    }

    private static Optional<Long> readPid(Path pidFile) throws IOException {
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .limit(1)
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .findFirst();
    }

    /** The program and its arguments; one empty word for a zombie; empty if there is no such process. */
    private static Optional<List<String>> commandLineOf(long pid) {
        try {
            String words = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return Optional.of(List.of(words.split("\0")));
        } catch (IOException noSuchProcess) {
            return Optional.empty();
        }
    }
}
