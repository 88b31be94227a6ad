package io.attestore.server.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code seal} and {@code unseal}: the order that stops all disclosure, and the one that ends it. */
final class SealLine {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REASON = "--reason";
    private static final String STATUS = "--status";

    private final ManagementClient client;
    private final Consumer<String> out;

    SealLine(ManagementClient client, Consumer<String> out) {
        this.client = client;
        this.out = out;
    }

    /** {@code seal --reason TEXT} or {@code seal --status}. */
    int seal(List<String> arguments) {
        if (arguments.equals(List.of(STATUS))) {
            tell(JSON.readTree(client.get("/seal")));
            return 0;
        }
        String reason = reason(arguments)
                .orElseThrow(() -> new CallException("seal takes " + REASON + " and a text, or " + STATUS));
        tell(order("/seal/on", Optional.of(reason)));
        return 0;
    }

    /** {@code unseal [--reason TEXT]}. */
    int unseal(List<String> arguments) {
        JsonNode answer = order("/seal/off", reason(arguments));
        if (!answer.path("wasSealed").asBoolean()) {
            out.accept("The store was not sealed");
        }
        tell(answer);
        return 0;
    }

    private JsonNode order(String path, Optional<String> reason) {
        Map<String, String> body =
                reason.<Map<String, String>>map(text -> Map.of("reason", text)).orElse(Map.of());
        return JSON.readTree(client.post(path, JSON.writeValueAsString(body)));
    }

    private void tell(JsonNode status) {
        out.accept(
                status.path("sealed").asBoolean()
                        ? "Sealed against disclosure since "
                                + status.path("since").asString() + ": "
                                + status.path("reason").asString()
                        : "Not sealed: values are given out to whoever may have them");
    }

    /** What {@code --reason TEXT} or {@code --reason=TEXT} says; empty without it. */
    private static Optional<String> reason(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        if (arguments.size() == 1 && arguments.getFirst().startsWith(REASON + "=")) {
            return Optional.of(arguments.getFirst().substring(REASON.length() + 1));
        }
        if (arguments.size() == 2 && arguments.getFirst().equals(REASON)) {
            return Optional.of(arguments.get(1));
        }
        throw new CallException("A reason is given as " + REASON + " and one text");
    }
}
