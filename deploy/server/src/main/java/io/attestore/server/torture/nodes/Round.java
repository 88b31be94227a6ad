package io.attestore.server.torture.nodes;

import io.attestore.server.torture.client.Answer;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.client.Credentials;
import io.attestore.server.torture.linearizability.TimedCall;
import java.util.List;

/**
 * What one round is about: fresh objects in a Region of its own, so that every history begins with nothing. Two
 * customer managed keys that are disabled and enabled, and the Region's default key, which comes to be when it is first
 * used, on either node.
 *
 * @param keys the ids of the customer managed keys
 * @param ciphertexts what each of them encrypted at the beginning, base64
 * @param begunNanos when it began; times are told from there
 */
record Round(
        int number,
        String region,
        Credentials credentials,
        List<String> keys,
        List<String> ciphertexts,
        History history,
        long begunNanos) {

    static final String DEFAULT_KEY = "default";
    static final String PLAINTEXT = "cGxhaW50ZXh0";

    private static final int PARAMETERS_PER_KEY = 2;
    private static final int KEYS = 2;
    private static final long ALIAS_NANOS = 200_000_000;
    private static final int ALIASES_MAX = 48;

    Round {
        keys = List.copyOf(keys);
        ciphertexts = List.copyOf(ciphertexts);
    }

    static Round begin(int number, Node node, Credentials credentials) {
        String region = "torture-" + number;
        try (ApiClient client = node.client(credentials, region)) {
            List<String> keys = java.util.stream.Stream.generate(() -> createKey(client))
                    .limit(KEYS)
                    .toList();
            List<String> ciphertexts =
                    keys.stream().map(key -> encrypt(client, key)).toList();
            return new Round(number, region, credentials, keys, ciphertexts, new History(), System.nanoTime());
        }
    }

    private static String createKey(ApiClient client) {
        return required(client.kms("CreateKey", "{}")).path("KeyMetadata").path("KeyId").asString();
    }

    private static String encrypt(ApiClient client, String key) {
        String input = "{\"KeyId\":\"" + key + "\",\"Plaintext\":\"" + PLAINTEXT + "\"}";
        return required(client.kms("Encrypt", input)).path("CiphertextBlob").asString();
    }

    private static tools.jackson.databind.JsonNode required(Answer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException("A round cannot begin: " + answer);
        }
        return answer.json();
    }

    /** Nanoseconds since the round began. */
    long now() {
        return System.nanoTime() - begunNanos;
    }

    /** The names of all parameters under a key, or under the default key. */
    List<String> parametersUnder(String key) {
        return java.util.stream.IntStream.range(0, key.equals(DEFAULT_KEY) ? 1 : PARAMETERS_PER_KEY)
                .mapToObj(i -> "/" + key + "/" + i)
                .toList();
    }

    /** The alias that everybody would have now. */
    String alias() {
        return "alias/" + Math.min(ALIASES_MAX, now() / ALIAS_NANOS);
    }

    <C> TimedCall<C> answered(C call, long invoked) {
        return new TimedCall<>(call, invoked, now());
    }
}
