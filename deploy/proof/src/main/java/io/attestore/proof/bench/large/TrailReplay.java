package io.attestore.proof.bench.large;

import io.attestore.proof.bench.child.ChildServer;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** How fast a server indexes a log that its trail does not know yet: the rebuild of a read model. */
final class TrailReplay {

    private static final long LOOK_MILLIS = 200;
    private static final long LOOKS_PER_LINE = 50;

    private TrailReplay() {}

    /** Events a second, from when the server was seen ready until its trail was level with the log. */
    static double eventsPerSecond(ChildServer server, Consumer<String> out) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long first = server.trailPosition();
        for (long look = 1; server.trailLag() > 0; look++) {
            if (look % LOOKS_PER_LINE == 0) {
                out.accept(String.format(
                        Locale.ROOT,
                        "  the trail has %,d events, %,d to go",
                        server.trailPosition() + 1,
                        server.trailLag()));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return (server.trailPosition() - first) / ((System.nanoTime() - begun) / 1e9);
    }
}
