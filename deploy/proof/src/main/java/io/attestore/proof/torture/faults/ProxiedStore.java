package io.attestore.proof.torture.faults;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.proof.torture.process.Postmaster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server whose database is not its own, and which reaches it through a proxy: all between the two can be broken. */
final class ProxiedStore implements Store {

    private final EmbeddedPostgresSettings postgresSettings;
    private final PostgresProxy proxy;
    private final ChildStore server;
    private final Path data;
    private EmbeddedPostgres postgres;

    ProxiedStore(Path folder) throws IOException {
        this.data = folder.resolve("data");
        this.postgresSettings = EmbeddedPostgresSettings.in(folder.resolve("database"))
                .withPort(ChildServer.freePort())
                .withSharedBuffersMegabytes(32);
        this.postgres = EmbeddedPostgres.start(postgresSettings);
        this.proxy = PostgresProxy.to(postgresSettings.port());
        try {
            this.server = new ChildStore(data, access(proxy.port()), List.of());
        } catch (RuntimeException | Error e) {
            proxy.close();
            postgres.close();
            throw e;
        }
    }

    private Map<String, String> access(int port) {
        Map<String, String> access = new HashMap<>();
        access.put(
                "attestore.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/attestore?sslmode=disable&gssEncMode=disable");
        access.put("attestore.jdbc.user", postgres.connection().user());
        access.put(
                "attestore.jdbc.password-file",
                postgresSettings.directory().resolve("password").toString());
        return access;
    }

    PostgresProxy proxy() {
        return proxy;
    }

    Postmaster postmaster() throws IOException {
        return Postmaster.of(postgresSettings.directory());
    }

    void stopDatabase() {
        postgres.close();
    }

    void startDatabase() {
        postgres = EmbeddedPostgres.start(postgresSettings);
    }

    @Override
    public ApiClient client() {
        return server.client();
    }

    @Override
    public URI management() {
        return server.management();
    }

    @Override
    public ConnectionSettings database() {
        return postgres.connection();
    }

    @Override
    public List<String> verify() {
        return ChildStore.verify(data, access(postgresSettings.port()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        proxy.close();
        postgres.close();
    }
}
