package io.attestore.proof.torture.overload;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.client.KeptConnection;
import io.attestore.proof.torture.client.SignedRequest;
import java.net.URI;

/**
 * The load: decrypting GetParameter of a few hundred SecureStrings. A request is signed once for all times that one
 * client sends it within {@link #SIGNED_NANOS}, so that the clients take little of the machine from the server.
 */
final class Reads {

    static final long SIGNED_NANOS = 20_000_000_000L;

    private static final int PARAMETERS = 256;
    private static final String REGION = "us-east-1";
    private static final String VALUE = "overload-".repeat(12);

    private final URI endpoint;
    private final Credentials credentials;

    Reads(URI endpoint, Credentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    void putAll() {
        try (ApiClient client = new ApiClient(endpoint, credentials, REGION)) {
            for (int number = 0; number < PARAMETERS; number++) {
                Answer answer = client.put(name(number), VALUE);
                if (!answer.isOk()) {
                    throw new IllegalStateException("The parameters for the load cannot be put: " + answer);
                }
            }
        }
    }

    KeptConnection connect() {
        return new KeptConnection(endpoint);
    }

    byte[] request(int client) {
        String input = "{\"Name\":\"" + name(client % PARAMETERS) + "\",\"WithDecryption\":true}";
        return SignedRequest.json("ssm", "AmazonSSM.GetParameter", input)
                .in(REGION)
                .bytes(endpoint.getAuthority(), credentials);
    }

    static boolean isValue(KeptConnection.Reply reply) {
        return reply.status() == 200 && reply.body().contains(VALUE);
    }

    private static String name(int number) {
        return "/overload/" + number;
    }
}
