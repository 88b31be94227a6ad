package io.attestore.proof.torture.nodes;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.process.Postmaster;
import io.attestore.server.store.PrivateFile;
import io.attestore.server.verify.VerifyCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One store of two nodes: a database of its own, a node beside it, and one that reaches it through a network that can be
 * partitioned. Their limits are short, so that a round is, and their memory of the log is small, so that old things are
 * looked up in the table. Not safe for many threads.
 */
final class TwoNodes implements AutoCloseable {

    private static final Map<String, String> LIMITS = Map.of(
            "attestore.call.time-limit", "2s",
            "attestore.log.append-time-limit", "2s",
            "attestore.log.database-timeout", "3s",
            "attestore.log.window-events-max", "256",
            "attestore.jdbc.connections-max", "10");

    private final Path folder;
    private final EmbeddedPostgres database;
    private final Map<String, String> settings;
    private final TcpProxy network;
    private final Node near;
    private final Node far;

    private TwoNodes(
            Path folder,
            EmbeddedPostgres database,
            Map<String, String> settings,
            TcpProxy network,
            Node near,
            Node far) {
        this.folder = folder;
        this.database = database;
        this.settings = settings;
        this.network = network;
        this.near = near;
        this.far = far;
    }

    static TwoNodes start(Path folder) throws IOException {
        EmbeddedPostgres database = EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(folder.resolve("database")).withSharedBuffersMegabytes(32));
        List<AutoCloseable> started = new ArrayList<>(List.of(database));
        try {
            ConnectionSettings connection = database.connection();
            Map<String, String> settings = settings(folder, connection);
            TcpProxy network = TcpProxy.before(port(connection));
            started.add(network);
            Node near = Node.start("near", folder, settings);
            started.add(near);
            Map<String, String> through = new HashMap<>(settings);
            through.put("attestore.jdbc.url", withPort(connection, network.port()));
            Node far = Node.start("far", folder, through);
            return new TwoNodes(folder, database, settings, network, near, far);
        } catch (IOException | RuntimeException failed) {
            closeAll(started.reversed());
            throw failed;
        }
    }

    private static Map<String, String> settings(Path folder, ConnectionSettings connection) {
        Path password = folder.resolve("database-password");
        PrivateFile.write(password, connection.password().exposeToDriver());
        Map<String, String> settings = new HashMap<>(LIMITS);
        settings.put("attestore.jdbc.url", connection.jdbcUrl());
        settings.put("attestore.jdbc.user", connection.user());
        settings.put("attestore.jdbc.password-file", password.toString());
        settings.put("attestore.root-key-file", folder.resolve("root.key").toString());
        return settings;
    }

    private static int port(ConnectionSettings connection) {
        return uri(connection).getPort();
    }

    private static String withPort(ConnectionSettings connection, int port) {
        return connection.jdbcUrl().replace(":" + port(connection) + "/", ":" + port + "/");
    }

    private static URI uri(ConnectionSettings connection) {
        return URI.create(connection.jdbcUrl().substring("jdbc:".length()));
    }

    Node near() {
        return near;
    }

    /** The node beyond the network. */
    Node far() {
        return far;
    }

    TcpProxy network() {
        return network;
    }

    Postmaster postgres() throws IOException {
        return Postmaster.of(folder.resolve("database"));
    }

    /** A client of a node as it runs now. The caller closes it. */
    ApiClient client(Node node, String region) {
        return node.client(Credentials.in(near.data()), region);
    }

    /** What verify says when the record is not whole; empty if it is. */
    List<String> verify() {
        Map<String, String> all = new HashMap<>(settings);
        all.put("attestore.data", near.data().toString());
        List<String> lines = new ArrayList<>();
        int exitCode = VerifyCommand.run(all, lines::add);
        return exitCode == 0 ? List.of() : List.copyOf(lines);
    }

    @Override
    public void close() throws IOException {
        closeAll(List.of(far, near, network, database));
    }

    private static void closeAll(List<? extends AutoCloseable> resources) throws IOException {
        IOException failures = new IOException("Not everything could be stopped");
        for (AutoCloseable each : resources) {
            try {
                each.close();
            } catch (Exception failure) {
                failures.addSuppressed(failure);
            }
        }
        if (failures.getSuppressed().length > 0) {
            throw failures;
        }
    }
}
