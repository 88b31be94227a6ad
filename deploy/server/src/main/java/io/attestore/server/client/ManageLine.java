package io.attestore.server.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that speak to the management port of a running server: {@code rebuild}, {@code shred}, {@code webhooks},
 * {@code seal} and {@code unseal}.
 */
public final class ManageLine {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String DEFAULT_PORT = "7301";

    private final ManagementClient client;
    private final Consumer<String> out;

    private ManageLine(ManagementClient client, Consumer<String> out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Runs {@code rebuild [MODEL…]}, {@code shred [--now]}, {@code webhooks [redeliver NAME]}, or what {@link SealLine}
     * reads, each with {@code --management-port N} and {@code --token-file FILE}.
     *
     * @return the exit code
     * @throws CallException if the server does not answer, or the arguments make no command
     */
    public static int run(
            String command, List<String> arguments, Map<String, String> environment, Consumer<String> out) {
        List<String> words = new ArrayList<>(arguments);
        URI management = URI.create("http://127.0.0.1:" + port(words, environment));
        Optional<Path> tokenFile = tokenFile(words, environment);
        try (ManagementClient client = new ManagementClient(management, tokenFile)) {
            ManageLine line = new ManageLine(client, out);
            return switch (command) {
                case "rebuild" -> line.rebuild(words.isEmpty() ? List.of("trail", "due-work", "states") : words);
                case "shred" -> new ShredLine(client, out).run(words);
                case "webhooks" -> line.webhooks(words);
                case "seal" -> new SealLine(client, out).seal(words);
                case "unseal" -> new SealLine(client, out).unseal(words);
                default -> throw new CallException("There is no command " + command);
            };
        }
    }

    private static String port(List<String> words, Map<String, String> environment) {
        int option = words.indexOf("--management-port");
        if (option < 0) {
            return environment.getOrDefault("ATTESTORE_MANAGEMENT_PORT", DEFAULT_PORT);
        }
        if (option + 1 >= words.size() || !words.get(option + 1).matches("[1-9][0-9]{0,4}")) {
            throw new CallException("--management-port needs a number from 1 to 65535");
        }
        words.remove(option);
        return words.remove(option);
    }

    /** The names are those that the server's own setting has in the environment. */
    private static Optional<Path> tokenFile(List<String> words, Map<String, String> environment) {
        int option = words.indexOf("--token-file");
        if (option < 0) {
            return Stream.of("ATTESTORE_MANAGEMENT_TOKEN_FILE", "ATTESTORE_MANAGEMENT_TOKENFILE")
                    .flatMap(name -> Stream.ofNullable(environment.get(name)))
                    .filter(file -> !file.isBlank())
                    .map(Path::of)
                    .findFirst();
        }
        if (option + 1 >= words.size()) {
            throw new CallException("--token-file needs a file");
        }
        words.remove(option);
        return Optional.of(Path.of(words.remove(option)));
    }

    private int rebuild(List<String> models) {
        for (String model : models) {
            if (!model.matches("[a-z-]{1,20}")) {
                throw new CallException("There is no read model " + model);
            }
            long target = progress(client.post("/rebuild/" + model), model, "head");
            out.accept("Rebuilding " + model + " up to position " + target);
            long position = progress(client.get("/rebuild"), model, "position");
            while (position < target) {
                out.accept(model + ": " + (position + 1) + " of " + (target + 1));
                pause();
                position = progress(client.get("/rebuild"), model, "position");
            }
            out.accept(model + " is rebuilt");
        }
        return 0;
    }

    private int webhooks(List<String> words) {
        if (words.isEmpty()) {
            JsonNode all = JSON.readTree(client.get("/webhooks"));
            if (all.isEmpty()) {
                out.accept("No webhook is configured: see attestore.changes.webhooks");
            }
            all.forEach(one -> out.accept(one.toString()));
            return 0;
        }
        if (words.size() != 2
                || !words.getFirst().equals("redeliver")
                || !words.get(1).matches("[a-z0-9_-]{1,63}")) {
            throw new CallException("webhooks takes nothing, or redeliver and a webhook's name");
        }
        out.accept(client.post("/webhooks/" + words.get(1)));
        return 0;
    }

    private static long progress(String answer, String model, String figure) {
        OptionalLong found = JSON.readTree(answer)
                .valueStream()
                .filter(one -> one.path("model").asString("").equals(model))
                .mapToLong(one -> one.path(figure).asLong())
                .findFirst();
        return found.orElseThrow(() -> new CallException("There is no read model " + model));
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
