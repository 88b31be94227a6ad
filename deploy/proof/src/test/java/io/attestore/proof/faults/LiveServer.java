package io.attestore.proof.faults;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.server.FreshStore;
import io.attestore.server.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The whole server in this JVM, on free ports, seen from outside. */
final class LiveServer implements AutoCloseable {

    private final Path data;
    private final Server.Running running;
    private final Runnable afterwards;

    private LiveServer(Path data, Server.Running running, Runnable afterwards) {
        this.data = data;
        this.running = running;
        this.afterwards = afterwards;
    }

    /** On a new database of the test's server of databases, which goes with it. */
    static LiveServer onItsOwnDatabase(Path data, Map<String, String> settings) {
        TestDatabase database = TestDatabase.fresh();
        Map<String, String> all = new HashMap<>(on(database.settings()));
        all.putAll(settings);
        return start(data, all, database::close);
    }

    static LiveServer start(Path data, Map<String, String> settings) {
        return start(data, settings, () -> {});
    }

    private static LiveServer start(Path data, Map<String, String> settings, Runnable afterwards) {
        Map<String, String> all = new HashMap<>();
        all.put("attestore.data", data.toString());
        all.put("attestore.port", "0");
        all.put("attestore.management.port", "0");
        all.putAll(settings);
        FreshStore.prepare(data, settings);
        return new LiveServer(data, Server.start(all, step -> {}), afterwards);
    }

    /** The settings of a server on this database. */
    static Map<String, String> on(ConnectionSettings database) {
        return Map.of(
                "attestore.jdbc.url", database.jdbcUrl(),
                "attestore.jdbc.user", database.user(),
                "attestore.jdbc.password", database.password().exposeToDriver());
    }

    URI endpoint() {
        return URI.create(running.endpoint());
    }

    <T> T bean(Class<T> type) {
        return running.context().getBean(type);
    }

    ApiClient client() {
        return client(Credentials.in(data));
    }

    ApiClient client(Credentials credentials) {
        return new ApiClient(endpoint(), credentials, "us-east-1");
    }

    /** The status of the readiness probe. */
    int readiness() throws Exception {
        URI probe = URI.create(
                "http://127.0.0.1:" + running.context().getEnvironment().getRequiredProperty("local.management.port")
                        + "/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(probe)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Override
    public void close() {
        running.close();
        afterwards.run();
    }
}
