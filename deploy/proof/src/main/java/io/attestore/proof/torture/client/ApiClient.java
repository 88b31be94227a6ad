package io.attestore.proof.torture.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server once for each call, with no retry that would hide an error. Safe for many threads. */
public final class ApiClient implements AutoCloseable {

    private static final String CLOUDTRAIL = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.";
    private static final String IAM_REGION = "us-east-1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI endpoint;
    private final Credentials credentials;
    private final String region;
    private final Clock clock;

    public ApiClient(URI endpoint, Credentials credentials, String region) {
        this(endpoint, credentials, region, Clock.systemUTC());
    }

    /** @param clock by which requests are signed that say no time of their own */
    public ApiClient(URI endpoint, Credentials credentials, String region, Clock clock) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.region = region;
        this.clock = clock;
    }

    public Answer ssm(String operation, String input) {
        return call(SignedRequest.json("ssm", "AmazonSSM." + operation, input));
    }

    public Answer kms(String operation, String input) {
        return call(SignedRequest.json("kms", "TrentService." + operation, input));
    }

    /** By somebody else. */
    public Answer ssm(String operation, String input, Credentials caller) {
        return call(SignedRequest.json("ssm", "AmazonSSM." + operation, input), region, caller);
    }

    public Answer attestore(String operation, String input) {
        return call(SignedRequest.json("attestore", "Attestore_20261101." + operation, input));
    }

    /** @param form what follows Action and Version, encoded */
    public Answer iam(String operation, String form) {
        SignedRequest request = SignedRequest.form("iam", "Action=" + operation + "&Version=2010-05-08&" + form)
                .with("accept", "application/json");
        return call(request, IAM_REGION, credentials);
    }

    public Answer put(String name, String value) {
        return ssm("PutParameter", """
                {"Name":"%s","Value":"%s","Type":"SecureString","Overwrite":true}""".formatted(name, value));
    }

    public Answer get(String name) {
        return ssm("GetParameter", """
                {"Name":"%s","WithDecryption":true}""".formatted(name));
    }

    /** @throws UncheckedIOException if there is no answer */
    public Answer call(SignedRequest request) {
        return call(request, region, credentials);
    }

    private Answer call(SignedRequest request, String scope, Credentials caller) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(endpoint).timeout(LIMIT).POST(BodyPublishers.ofByteArray(request.body()));
        request.in(scope).by(clock).headersFor(endpoint.getAuthority(), caller).forEach(builder::header);
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

    /** All records of an operation in this client's Region, as CloudTrail tells them. */
    public List<JsonNode> recordsOf(String operation) {
        return records("""
                {"AttributeKey":"EventName","AttributeValue":"%s"}""".formatted(operation), Integer.MAX_VALUE);
    }

    /** The newest records of this client's Region, newest first, as CloudTrail tells them. */
    public List<JsonNode> newestRecords(int pagesMax) {
        return records("", pagesMax);
    }

    private List<JsonNode> records(String attribute, int pagesMax) {
        List<JsonNode> records = new ArrayList<>();
        String token = "";
        int pages = 0;
        do {
            Answer page = call(
                    SignedRequest.json("cloudtrail", CLOUDTRAIL + "LookupEvents", """
                    {"LookupAttributes":[%s],"MaxResults":50%s}""".formatted(attribute, token)));
            if (!page.isOk()) {
                throw new IllegalStateException("LookupEvents: " + page);
            }
            page.json()
                    .path("Events")
                    .forEach(event -> records.add(
                            JSON.readTree(event.path("CloudTrailEvent").asString())));
            String next = page.json().path("NextToken").asString("");
            token = next.isEmpty() ? "" : ",\"NextToken\":\"" + next + "\"";
            pages++;
        } while (!token.isEmpty() && pages < pagesMax);
        return records;
    }

    public Set<String> requestIdsOf(String operation) {
        Set<String> ids = new HashSet<>();
        recordsOf(operation).forEach(event -> ids.add(event.path("requestID").asString()));
        return ids;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
