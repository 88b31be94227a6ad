package io.attestore.server.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code shred [--now]}: how far destructions are complete, and to have them completed. */
final class ShredLine {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LOOKS_BETWEEN_LINES = 10;

    private final ManagementClient client;
    private final Consumer<String> out;

    ShredLine(ManagementClient client, Consumer<String> out) {
        this.client = client;
        this.out = out;
    }

    int run(List<String> words) {
        if (words.isEmpty()) {
            tell(JSON.readTree(client.get("/shred")));
            return 0;
        }
        if (!words.equals(List.of("--now"))) {
            throw new CallException("shred takes nothing, or --now");
        }
        now();
        return 0;
    }

    /** What is destroyed after the command was given is not waited for. */
    private void now() {
        long asked = System.nanoTime();
        JsonNode status = JSON.readTree(client.post("/shred"));
        for (int look = 1; isLeft(status, asked); look++) {
            requireRollable(status);
            if (look % LOOKS_BETWEEN_LINES == 0) {
                tell(status);
            }
            pause();
            status = JSON.readTree(client.get("/shred"));
        }
        out.accept("What was destroyed before can be opened by nobody any more");
    }

    private static void requireRollable(JsonNode status) {
        String otherDirectory = status.path("otherDirectory").asString("");
        if (!otherDirectory.isEmpty()) {
            throw new CallException(otherDirectory);
        }
        long failing = status.path("failingGroups").asLong();
        if (failing > 0 && failing >= status.path("dueGroups").asLong()) {
            throw new CallException(failing + " groups of keys cannot be rolled; the server's log tells why");
        }
    }

    private static boolean isLeft(JsonNode status, long asked) {
        long seconds = Duration.ofNanos(System.nanoTime() - asked).toSeconds();
        return status.path("dueGroups").asLong() > 0
                && status.path("oldestDueSeconds").asLong() >= seconds;
    }

    private void tell(JsonNode status) {
        long groups = status.path("dueGroups").asLong();
        if (groups == 0) {
            out.accept("Every destruction is complete");
            return;
        }
        out.accept("Destructions in " + groups + " groups of keys are not complete, the oldest for "
                + status.path("oldestDueSeconds").asLong() + " s of at most "
                + status.path("withinSeconds").asLong() + " s");
        long failing = status.path("failingGroups").asLong();
        if (failing > 0) {
            out.accept(failing + " of them could not be rolled when it was tried; the server's log tells why");
        }
        status.path("waitsFor").forEach(standby -> out.accept("Waits for a standby: " + standby.asString("")));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallException("Interrupted");
        }
    }
}
