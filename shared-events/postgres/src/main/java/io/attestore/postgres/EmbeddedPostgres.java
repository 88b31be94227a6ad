package io.attestore.postgres;

import io.attestore.postgres.Readiness.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of our own, in a directory of our own, reachable on 127.0.0.1 with a password only.
 *
 * <p>Below the directory: {@code bin-<version>-<architecture>} the programs, {@code data} the database files,
 * {@code password} the superuser's password (mode 0600), {@code pg_hba.conf} who may enter, {@code server.log} the
 * server's messages, {@code lock} our claim on the directory. What an owner that was killed has left behind is dealt with
 * at the next start.
 *
 * <p>Commits are on the disk when they are acknowledged: the server is refused if it does not run so, see
 * {@link SafetySettings}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "attestore";
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final int PORT_ATTEMPTS_MAX = 5;

    private final DataDirectoryLock lock;
    private final Supervision supervision;
    private final ConnectionSettings connection;

    private EmbeddedPostgres(DataDirectoryLock lock, Supervision supervision, ConnectionSettings connection) {
        this.lock = lock;
        this.supervision = supervision;
        this.connection = connection;
    }

    /** Starts the server, silently. */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
        return start(settings, step -> {});
    }

    /**
     * Starts the server: unpacks the programs and creates the database on the first start, and returns once the
     * database answers.
     *
     * @param progress is told, in a sentence for an operator, about each step that takes a while
     * @throws EmbeddedPostgresException if it does not come up within the limit, with the end of the server's log
     * @throws UnsafeDatabaseException if it would not keep what it acknowledges
     */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings, Consumer<String> progress) {
        return start(settings, progress, Map.of());
    }

    /** Starts the server with other settings than ours, for a test of what we refuse. */
    static EmbeddedPostgres start(
            EmbeddedPostgresSettings settings, Consumer<String> progress, Map<String, String> overriding) {
        try {
            Files.createDirectories(settings.directory());
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot make the directory " + settings.directory(), e);
        }
        var lock = DataDirectoryLock.acquire(settings.directory());
        try {
            return startLocked(settings, progress, overriding, lock);
        } catch (IOException e) {
            lock.close();
            throw new EmbeddedPostgresException("PostgreSQL cannot be started in " + settings.directory(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startLocked(
            EmbeddedPostgresSettings settings,
            Consumer<String> progress,
            Map<String, String> overriding,
            DataDirectoryLock lock)
            throws IOException {
        Path directory = settings.directory();
        ServerAccount account = ServerAccount.choose(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(account.directoryMode()));
        var binaries = PostgresBinaries.unpackedIn(directory, progress);
        var programs = new ServerProcess.Programs(binaries, account, directory.resolve(Cluster.DATA));
        LeftoverServer.clearAway(programs);
        var cluster = Cluster.openedIn(directory, binaries, account, progress);
        String clients = ClientAuthentication.writtenIn(directory).toString();
        var log = new ServerLog(directory.resolve("server.log"));
        var leftovers = new LeftoverWait(directory, progress);
        int portsTaken = 0;
        while (true) {
            int port = settings.port() == EmbeddedPostgresSettings.ANY_PORT ? freePort() : settings.port();
            var serverSettings = new LinkedHashMap<>(ServerConfiguration.of(settings, port));
            serverSettings.put("hba_file", clients);
            serverSettings.putAll(overriding);
            long logStart = log.length();
            var process = ServerProcess.start(programs, serverSettings, log);
            var server = ConnectionSettings.on(port, MAINTENANCE_DATABASE, cluster.password());
            switch (Readiness.await(server, process, settings.startLimit(), log, logStart)) {
                case Outcome.Ready ready -> {
                    var recipe = new Supervision.Recipe(programs, serverSettings, log, server, settings.startLimit());
                    return finish(lock, process, recipe, port);
                }
                case Outcome.PortTaken taken -> {
                    if (settings.port() != EmbeddedPostgresSettings.ANY_PORT || ++portsTaken == PORT_ATTEMPTS_MAX) {
                        throw new EmbeddedPostgresException(
                                "PostgreSQL cannot use port %d of 127.0.0.1: something else does".formatted(port));
                    }
                }
                case Outcome.StillInUse still -> leftovers.pause();
                case Outcome.Failed failed -> {
                    process.stop();
                    throw new EmbeddedPostgresException(
                            "PostgreSQL in %s did not start: %s".formatted(directory, failed.reason()));
                }
            }
        }
    }

    private static EmbeddedPostgres finish(
            DataDirectoryLock lock, ServerProcess process, Supervision.Recipe recipe, int port) {
        ConnectionSettings server = recipe.server();
        try {
            try (Connection connection = server.connect()) {
                SafetySettings.assertDurable(connection);
                createDatabaseIfMissing(connection);
            }
            return new EmbeddedPostgres(
                    lock, new Supervision(recipe, process), ConnectionSettings.on(port, DATABASE, server.password()));
        } catch (SQLException e) {
            process.stop();
            throw new EmbeddedPostgresException("PostgreSQL started, but does not answer as it should", e);
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    private static void createDatabaseIfMissing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet row =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                there = row.next();
            }
            if (!there) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** How to enter the database. The settings are void once the server is closed. */
    public ConnectionSettings connection() {
        return connection;
    }

    /** Whether the server's process is alive. */
    public boolean isRunning() {
        return supervision.isRunning();
    }

    /** From now on the server is started again, on the same port, whenever it ends by itself. Call it once. */
    public void keepRunning() {
        supervision.start();
    }

    /** Stops the server, with all data flushed if it can be, and gives the directory free. Doing it twice is harmless. */
    @Override
    public void close() {
        try {
            supervision.close();
        } finally {
            lock.close();
            connection.password().close();
        }
    }
}
