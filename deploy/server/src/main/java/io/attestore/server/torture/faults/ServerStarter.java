package io.attestore.server.torture.faults;

import java.time.Clock;
import java.util.Map;

/** Starts a server within this process, so that its clock can be set. */
@FunctionalInterface
public interface ServerStarter {

    /** Returns when the server answers. */
    Started start(Map<String, String> settings, Clock clock);

    /**
     * A server that runs until it is closed.
     *
     * @param endpoint where the API is
     * @param management where health and metrics are
     */
    record Started(String endpoint, String management, AutoCloseable server) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
