package io.attestore.server.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.contract.operation.AwsService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/** Calls the operations of the service {@code attestore}, which no SDK knows. Each call once. Safe for many threads. */
public final class AttestoreClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final URI endpoint;
    private final RequestSigner signer;
    private final Clock clock;

    public AttestoreClient(URI endpoint, ClientCredentials credentials, Clock clock) {
        this.endpoint = endpoint;
        this.signer = new RequestSigner(credentials, AwsService.ATTESTORE.signingName());
        this.clock = clock;
    }

    /** What came back, whatever it is. */
    public record Answer(int status, String body) {

        public boolean isOk() {
            return status == OK;
        }
    }

    /** @throws CallException if no answer comes */
    public Answer call(String operation, String json) {
        byte[] body = json.getBytes(UTF_8);
        String target = AwsService.ATTESTORE.targetPrefix() + "." + operation;
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve("/"))
                .timeout(ANSWER_LIMIT)
                .header("User-Agent", "attestore")
                .POST(BodyPublishers.ofByteArray(body));
        signer.headers(endpoint.getRawAuthority(), target, body, clock.instant())
                .forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new CallException("No answer from " + endpoint + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallException("The call was interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
