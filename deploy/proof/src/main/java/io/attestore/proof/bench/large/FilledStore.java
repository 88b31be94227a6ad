package io.attestore.proof.bench.large;

import io.attestore.proof.bench.calls.SecureStrings;
import io.attestore.proof.bench.child.ChildServer;
import io.attestore.proof.bench.child.DataDirectories;
import io.attestore.proof.bench.load.ApiConnection;
import io.attestore.server.settings.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The data directory of a server that is stopped and whose log has so many events.
 *
 * @param parameters how many parameters are in it, besides the one that is read often
 * @param eventsPerSecond how fast its log was filled
 */
record FilledStore(StoreSettings settings, int parameters, double eventsPerSecond) {

    /** The parameter that every fifth read in the log is of. */
    static final String READ_OFTEN = "/bench/read-often";

    private static final int PARAMETERS_MAX = 1_000;
    private static final int EVENTS_PER_PARAMETER = 20;

    /** Lets a server put parameters and read each once, stops it, and fills its log with more such reads. */
    static FilledStore make(Path directory, long events, Consumer<String> out) throws Exception {
        StoreSettings settings = DataDirectories.at(directory);
        int parameters = (int) Math.clamp(events / EVENTS_PER_PARAMETER, SecureStrings.PER_PATH, PARAMETERS_MAX);
        try (ChildServer server = ChildServer.attestore(settings)) {
            SecureStrings.put(server.target(), parameters);
            readEachOnce(server, parameters);
        }
        return new FilledStore(settings, parameters, BulkFill.fill(settings, events, READ_OFTEN, out));
    }

    private static void readEachOnce(ChildServer server, int parameters) throws IOException {
        try (ApiConnection connection = new ApiConnection(server.target(), Clock.systemUTC())) {
            connection.ask(SecureStrings.put(READ_OFTEN, "")).requireOk();
            connection.ask(SecureStrings.read(READ_OFTEN)).requireOk();
            for (int index = 0; index < parameters; index++) {
                connection.ask(SecureStrings.read(SecureStrings.name(index))).requireOk();
            }
        }
    }
}
