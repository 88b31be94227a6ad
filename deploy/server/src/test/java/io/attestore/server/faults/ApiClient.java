package io.attestore.server.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server once for each call, with no retry that would hide an error. Safe for many threads. */
final class ApiClient implements AutoCloseable {

    private static final String CLOUDTRAIL = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI endpoint;
    private final Credentials credentials;
    private final String region;

    ApiClient(URI endpoint, Credentials credentials, String region) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.region = region;
    }

    Answer ssm(String operation, String input) {
        return call(SignedRequest.json("ssm", "AmazonSSM." + operation, input));
    }

    Answer kms(String operation, String input) {
        return call(SignedRequest.json("kms", "TrentService." + operation, input));
    }

    Answer put(String name, String value) {
        return ssm("PutParameter", """
                {"Name":"%s","Value":"%s","Type":"SecureString","Overwrite":true}""".formatted(name, value));
    }

    Answer get(String name) {
        return ssm("GetParameter", """
                {"Name":"%s","WithDecryption":true}""".formatted(name));
    }

    /** @throws UncheckedIOException if there is no answer */
    Answer call(SignedRequest request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(endpoint).timeout(LIMIT).POST(BodyPublishers.ofByteArray(request.body()));
        request.in(region).headersFor(endpoint.getAuthority(), credentials).forEach(builder::header);
        try {
            HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("x-amzn-requestid").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The records of an operation in this client's Region, as CloudTrail tells them. */
    List<JsonNode> recordsOf(String operation) {
        List<JsonNode> records = new ArrayList<>();
        String token = "";
        do {
            Answer page = call(
                    SignedRequest.json("cloudtrail", CLOUDTRAIL + "LookupEvents", """
                    {"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"%s"}],"MaxResults":50%s}""".formatted(operation, token)));
            if (!page.isOk()) {
                throw new IllegalStateException("LookupEvents: " + page);
            }
            page.json()
                    .path("Events")
                    .forEach(event -> records.add(
                            JSON.readTree(event.path("CloudTrailEvent").asString())));
            String next = page.json().path("NextToken").asString("");
            token = next.isEmpty() ? "" : ",\"NextToken\":\"" + next + "\"";
        } while (!token.isEmpty());
        return records;
    }

    Set<String> requestIdsOf(String operation) {
        Set<String> ids = new HashSet<>();
        recordsOf(operation).forEach(event -> ids.add(event.path("requestID").asString()));
        return ids;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
