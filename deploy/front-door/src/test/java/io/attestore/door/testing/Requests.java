package io.attestore.door.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.AccessKey;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests as a client sends them, signed by the AWS SDK's own signer. */
public final class Requests {

    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    public static final AccountId ACCOUNT = new AccountId("111122223333");
    public static final AccessKeyId KEY_ID = new AccessKeyId("AKIAIOSFODNN7EXAMPLE");
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private Requests() {}

    /** The key that signs, with its secret. */
    public static AccessKey accessKey() {
        return AccessKey.ofRoot(KEY_ID, ACCOUNT, SecretBytes.copyOf(SECRET.getBytes(UTF_8)));
    }

    public static HttpRequest json(String service, String target, byte[] body) {
        return signed(
                unsigned("/", "", Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target", target), body),
                "eu-central-1",
                service,
                NOW);
    }

    public static HttpRequest form(String body) {
        return signed(
                unsigned(
                        "/",
                        "",
                        Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                        body.getBytes(UTF_8)),
                "us-east-1",
                "sts",
                NOW);
    }

    public static HttpRequest unsigned(String path, String query, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("host", List.of("door.example.com"));
        all.put("user-agent", List.of("aws-cli/2.0"));
        return new HttpRequest("request-1", NOW, "192.0.2.7", "POST", path, query, all, body, Optional.empty());
    }

    /** A GET of the root. */
    public static HttpRequest get(String query, Map<String, String> headers) {
        HttpRequest post = unsigned("/", query, headers, new byte[0]);
        return new HttpRequest(
                post.id(),
                post.at(),
                post.sourceAddress(),
                "GET",
                post.path(),
                query,
                post.headers(),
                post.body(),
                post.tls());
    }

    public static HttpRequest signed(HttpRequest request, String region, String service, Instant signedAt) {
        SignedRequest signed = sign(request, region, service, signedAt, more -> {});
        return with(request, signed.request().headers(), request.body());
    }

    /** With the signature in the query string, good for a minute, as its X-Amz-Expires says. */
    public static HttpRequest presigned(HttpRequest request, String region, String service, Instant signedAt) {
        SignedRequest signed = sign(
                request,
                region,
                service,
                signedAt,
                more -> more.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(1)));
        return with(request, signed.request().headers(), request.body())
                .withQuery(signed.request().encodedQueryParameters().orElseThrow());
    }

    private static SignedRequest sign(
            HttpRequest request,
            String region,
            String service,
            Instant signedAt,
            Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol("https")
                .host("door.example.com")
                .encodedPath(request.path());
        request.headers().forEach(unsigned::putHeader);
        if (!request.query().isEmpty()) {
            for (String parameter : request.query().split("&")) {
                String[] nameAndValue = parameter.split("=", 2);
                unsigned.appendRawQueryParameter(nameAndValue[0], nameAndValue[1]);
            }
        }
        SignRequest.Builder<AwsCredentialsIdentity> sign = SignRequest.builder(
                        AwsCredentialsIdentity.create(KEY_ID.value(), SECRET))
                .request(unsigned.build())
                .payload(ContentStreamProvider.fromByteArray(request.body().clone()))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC));
        more.accept(sign);
        return AwsV4HttpSigner.create().sign(sign.build());
    }

    public static HttpRequest with(HttpRequest request, Map<String, List<String>> headers, byte[] body) {
        return new HttpRequest(
                request.id(),
                request.at(),
                request.sourceAddress(),
                request.method(),
                request.path(),
                request.query(),
                headers,
                body,
                request.tls());
    }

    public static HttpRequest withHeader(HttpRequest request, String name, String... values) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        if (values.length == 0) {
            headers.remove(name);
        } else {
            headers.put(name, List.of(values));
        }
        return with(request, headers, request.body());
    }

    public static HttpRequest withPath(HttpRequest request, String path, String query) {
        return new HttpRequest(
                request.id(),
                request.at(),
                request.sourceAddress(),
                request.method(),
                path,
                query,
                request.headers(),
                request.body(),
                request.tls());
    }

    public static HttpRequest arriving(HttpRequest request, Instant at) {
        return new HttpRequest(
                request.id(),
                at,
                request.sourceAddress(),
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                request.body(),
                request.tls());
    }
}
