package io.attestore.server.client;

import java.util.Map;
import java.util.Optional;

/**
 * Who calls, from the environment variables that AWS's own tools read. Not a record: it holds a secret.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html">AWS SDKs: environment
 *     variables</a>
 */
public final class ClientCredentials {

    private final String accessKeyId;
    private final String secretAccessKey;
    private final Optional<String> sessionToken;
    private final String region;

    public ClientCredentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken, String region) {
        this.accessKeyId = accessKeyId;
        this.secretAccessKey = secretAccessKey;
        this.sessionToken = sessionToken;
        this.region = region;
    }

    /** @throws CallException if a variable is missing */
    static ClientCredentials of(Map<String, String> environment) {
        return new ClientCredentials(
                required(environment, "AWS_ACCESS_KEY_ID"),
                required(environment, "AWS_SECRET_ACCESS_KEY"),
                Optional.ofNullable(environment.get("AWS_SESSION_TOKEN")).filter(token -> !token.isEmpty()),
                Optional.ofNullable(environment.get("AWS_REGION"))
                        .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                        .orElseThrow(() -> new CallException("AWS_REGION is not set: see ./attestore env")));
    }

    static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new CallException(name + " is not set: see ./attestore env");
        }
        return value;
    }

    String accessKeyId() {
        return accessKeyId;
    }

    String secretAccessKey() {
        return secretAccessKey;
    }

    Optional<String> sessionToken() {
        return sessionToken;
    }

    String region() {
        return region;
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + accessKeyId + "]";
    }
}
