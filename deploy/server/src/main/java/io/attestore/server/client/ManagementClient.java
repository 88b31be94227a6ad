package io.attestore.server.client;

import io.attestore.cryptography.secret.SecretFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Asks and orders on the management port of a server. Safe for many threads. */
final class ManagementClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int TOKEN_BYTES_MAX = 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private final URI management;
    private final Optional<Path> tokenFile;

    /** @param tokenFile holds the server's {@code attestore.management.token-file}'s token, if it wants one */
    ManagementClient(URI management, Optional<Path> tokenFile) {
        this.management = management;
        this.tokenFile = tokenFile;
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
        tokenFile.ifPresent(file -> request.header("Authorization", "Bearer " + token(file)));
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
            if (response.statusCode() == NOT_FOUND) {
                throw new CallException("There is no " + response.uri().getPath() + " on " + management);
            }
            if (response.statusCode() == UNAUTHORIZED) {
                throw new CallException(management + " wants " + (tokenFile.isPresent() ? "another" : "a")
                        + " token: name its file with --token-file or ATTESTORE_MANAGEMENT_TOKEN_FILE");
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

    private static String token(Path file) {
        try {
            byte[] token = SecretFile.readLine(file, "management token file", TOKEN_BYTES_MAX);
            String text = new String(token, StandardCharsets.ISO_8859_1);
            Arrays.fill(token, (byte) 0);
            return text;
        } catch (IOException e) {
            throw new CallException("The management token file " + file + " cannot be read");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
