package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What one round is about: fresh objects in a Region of its own, so that every history begins with nothing. Two
 * customer managed keys that are disabled and enabled, and the Region's default key, which comes to be when it is first
 * used, on either node.
 *
 * @param keys the ids of the customer managed keys
 * @param ciphertexts what each of them encrypted at the beginning, base64
 * @param reader whose permission is given and withdrawn
 * @param begunNanos when it began; times are told from there
 */
record Round(
        String region, List<String> keys, List<String> ciphertexts, Reader reader, History history, long begunNanos) {

    static final String DEFAULT_KEY = "default";

    private static final int KEYS = 2;
    private static final int PARAMETERS_PER_KEY = 2;
    private static final long ALIAS_NANOS = 200_000_000;

    /** A key may have 50 aliases. */
    private static final int ALIASES_MAX = 45;

    Round {
        keys = List.copyOf(keys);
        ciphertexts = List.copyOf(ciphertexts);
    }

    static Round begin(String region, ApiClient client) {
        List<String> keys = Stream.generate(() -> createKey(client)).limit(KEYS).toList();
        List<String> ciphertexts =
                keys.stream().map(key -> encrypt(client, key)).toList();
        Reader reader = Reader.create("reader-" + region, client);
        return new Round(region, keys, ciphertexts, reader, new History(), System.nanoTime());
    }

    /** Nanoseconds since the round began. */
    long now() {
        return System.nanoTime() - begunNanos;
    }

    /** The names of all parameters under a key, or under the default key. */
    List<String> parametersUnder(String key) {
        return IntStream.range(0, key.equals(DEFAULT_KEY) ? 1 : PARAMETERS_PER_KEY)
                .mapToObj(number -> "/" + key + "/" + number)
                .toList();
    }

    /** The alias that everybody wants at this moment. */
    String alias() {
        return "alias/" + Math.min(ALIASES_MAX, now() / ALIAS_NANOS);
    }

    private static String createKey(ApiClient client) {
        return required(client.kms("CreateKey", "{}"))
                .path("KeyMetadata")
                .path("KeyId")
                .asString();
    }

    private static String encrypt(ApiClient client, String key) {
        Question<?> question = Questions.encrypt(key);
        return required(client.kms(question.operation(), question.input()))
                .path("CiphertextBlob")
                .asString();
    }

    /** What a call answered that a round cannot begin without. */
    static JsonNode required(Answer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException("A round cannot begin: " + answer);
        }
        return answer.json();
    }
}
