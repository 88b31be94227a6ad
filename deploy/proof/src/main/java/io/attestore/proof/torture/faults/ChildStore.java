package io.attestore.proof.torture.faults;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.process.ChildServer;
import io.attestore.server.store.RunningDatabase;
import io.attestore.server.verify.VerifyCommand;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, with its embedded database. */
final class ChildStore implements Store {

    private static final Map<String, String> LIMITS = Map.of(
            "attestore.call.time-limit", Trial.TIME_LIMIT.toSeconds() + "s",
            "attestore.log.append-time-limit", Trial.TIME_LIMIT.toSeconds() + "s",
            "attestore.log.database-timeout", "3s");

    private final Path data;
    private final Map<String, String> settings;
    private final List<String> javaOptions;
    private ChildServer server;

    ChildStore(Path data, Map<String, String> more, List<String> javaOptions) {
        this.data = data;
        this.settings = new HashMap<>(LIMITS);
        this.settings.putAll(more);
        this.javaOptions = javaOptions;
        this.server = ChildServer.start(data, settings, javaOptions);
    }

    @Override
    public ApiClient client() {
        return server.client("us-east-1");
    }

    @Override
    public URI management() {
        return server.management();
    }

    @Override
    public ConnectionSettings database() {
        return RunningDatabase.read(data.resolve("database"))
                .orElseThrow(() -> new IllegalStateException("The server does not tell its database"));
    }

    @Override
    public boolean hasEnded() {
        return !server.isAlive();
    }

    @Override
    public boolean startAgainIfEnded() {
        if (!hasEnded()) {
            return false;
        }
        server = ChildServer.start(data, settings, javaOptions);
        return true;
    }

    @Override
    public List<String> verify() {
        return verify(data, Map.of());
    }

    static List<String> verify(Path data, Map<String, String> database) {
        Map<String, String> all = new HashMap<>(database);
        all.put("attestore.data", data.toString());
        List<String> lines = new ArrayList<>();
        return VerifyCommand.run(all, lines::add) == 0 ? List.of() : List.of("verify: " + String.join("; ", lines));
    }

    @Override
    public void close() {
        server.close();
    }
}
