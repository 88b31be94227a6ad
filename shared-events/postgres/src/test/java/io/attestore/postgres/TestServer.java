package io.attestore.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server of this JVM's tests: the embedded one, or a container where the environment variable
 * {@value #WHERE} is {@code container}, which takes a Docker engine that has or gets the image.
 */
record TestServer(ConnectionSettings connection) {

    static final String WHERE = "ATTESTORE_TEST_DATABASE";

    private static final String IMAGE = "postgres:18";

    static TestServer running() {
        return Holder.SERVER;
    }

    ConnectionSettings connectionTo(String database) {
        String url = connection.jdbcUrl().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
        return new ConnectionSettings(url, connection.user(), connection.password());
    }

    private static final class Holder {
        static final TestServer SERVER =
                inContainer(System.getenv().getOrDefault(WHERE, "")) ? startContainer() : startEmbedded();
    }

    /** Whether the variable's value asks for a container; nobody gets one without asking, whatever runs here. */
    static boolean inContainer(String where) {
        return switch (where) {
            case "", "embedded" -> false;
            case "container" -> true;
            default ->
                throw new IllegalArgumentException(WHERE + " has to be embedded or container, not '" + where + "'");
        };
    }

    private static TestServer startContainer() {
        var container = new PostgreSQLContainer(IMAGE)
                .withUsername(Cluster.SUPERUSER)
                .withCommand("postgres", "-c", "max_connections=200");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new TestServer(new ConnectionSettings(
                container.getJdbcUrl(),
                container.getUsername(),
                DatabasePassword.of(container.getPassword().toCharArray())));
    }

    private static TestServer startEmbedded() {
        try {
            Path directory = TemporaryFolder.create();
            ReadyCluster.copyTo(directory.resolve("postgres"));
            var server = EmbeddedPostgres.start(EmbeddedPostgresSettings.in(directory.resolve("postgres"))
                    .withConnectionsMax(200)
                    .withSharedBuffersMegabytes(64));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(directory);
            }));
            return new TestServer(server.connection());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try {
            FileTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
