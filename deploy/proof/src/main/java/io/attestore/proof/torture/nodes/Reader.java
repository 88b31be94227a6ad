package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import java.io.UncheckedIOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * A user of a round's own, whose permission to read one parameter is given and withdrawn.
 *
 * @param name of the user and, below the root, of the parameter
 */
record Reader(String name, Credentials credentials) {

    private static final Duration KNOWN_LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    /** Makes the user and the parameter. */
    static Reader create(String name, ApiClient client) {
        Round.required(client.iam("CreateUser", "UserName=" + name));
        JsonNode key = Round.required(client.iam("CreateAccessKey", "UserName=" + name))
                .at("/CreateAccessKeyResponse/CreateAccessKeyResult/AccessKey");
        Round.required(client.put("/" + name, "value"));
        return new Reader(
                name,
                new Credentials(
                        key.path("AccessKeyId").asString(),
                        key.path("SecretAccessKey").asString()));
    }

    /** Another node hears of the access key a little later. */
    void awaitKnown(ApiClient client) throws InterruptedException {
        long deadline = System.nanoTime() + KNOWN_LIMIT.toNanos();
        while (!isKnown(client)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("A node does not know an access key that another has made");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isKnown(ApiClient client) {
        try {
            return client.ssm("GetParameter", "{\"Name\":\"/" + name + "\"}", credentials)
                    .error()
                    .equals("AccessDeniedException");
        } catch (UncheckedIOException unreachable) {
            return false;
        }
    }
}
