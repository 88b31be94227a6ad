package io.attestore.proof.torture.faults;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.server.Server;
import io.attestore.server.store.RunningDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A server within this process that goes by a clock which can be set. Its clients go by the same. */
final class ClockedStore implements Store {

    private final Path data;
    private final SteppableClock clock = new SteppableClock();
    private final Server.Running server;

    ClockedStore(Path data) {
        this.data = data;
        this.server = Server.start(
                Map.of(
                        "attestore.data",
                        data.toString(),
                        "attestore.port",
                        "0",
                        "attestore.management.port",
                        "0",
                        "attestore.call.time-limit",
                        Trial.TIME_LIMIT.toSeconds() + "s",
                        "attestore.log.append-time-limit",
                        Trial.TIME_LIMIT.toSeconds() + "s"),
                clock,
                step -> {});
    }

    SteppableClock clock() {
        return clock;
    }

    @Override
    public ApiClient client() {
        return clientBy(clock);
    }

    ApiClient clientBy(Clock other) {
        return new ApiClient(URI.create(server.endpoint()), Credentials.in(data), "us-east-1", other);
    }

    @Override
    public URI management() {
        return URI.create(server.management());
    }

    @Override
    public ConnectionSettings database() {
        return RunningDatabase.read(data.resolve("database"))
                .orElseThrow(() -> new IllegalStateException("The server does not tell its database"));
    }

    @Override
    public List<String> verify() {
        return ChildStore.verify(data, Map.of());
    }

    @Override
    public void close() {
        server.close();
    }
}
