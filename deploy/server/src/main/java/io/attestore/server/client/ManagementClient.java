package io.attestore.server.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks and orders on the management port of a server. Safe for many threads. */
final class ManagementClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final int NOT_FOUND = 404;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final URI management;

    ManagementClient(URI management) {
        this.management = management;
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(management.resolve(path)));
    }

    String post(String path) {
        return post(path, "{}");
    }

    /** @param json an object */
    String post(String path, String json) {
        return send(HttpRequest.newBuilder(management.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
            if (response.statusCode() == NOT_FOUND) {
                throw new CallException("There is no " + response.uri().getPath() + " on " + management);
            }
            if (response.statusCode() / 100 != 2) {
                throw new CallException(management + " answered with status " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new CallException(
                    "No server answers on " + management + ": is it running, with that" + " --management-port?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallException("Interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
