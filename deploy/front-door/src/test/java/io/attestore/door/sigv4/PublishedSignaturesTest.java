package io.attestore.door.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Signatures that AWS published with its own signers (awslabs/aws-c-auth, tests/aws-signing-test-suite/v4).
 *
 * <p>Not covered: query-string signatures, which this server does not offer; cases without path normalisation, which
 * are S3's; get-header-value-multiline, for RFC 9112 forbids folded headers; post-sts-header-before and -after, whose
 * point is when a signer adds the token; and cases that repeat one of these.
 */
class PublishedSignaturesTest {

    private static final Instant SIGNED = Instant.parse("2015-08-30T12:36:00Z");

    record Published(String name, HttpRequest request, String signature) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void a_published_request_gets_its_published_signature(Published published) {
        HttpRequest request = published.request();
        Authorization authorization =
                Authorization.parse(request.header("authorization").orElseThrow());
        SigningTime time = SigningTime.of(request);
        SigningKey key = SigningKey.derive(
                SecretBytes.copyOf("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".getBytes(UTF_8)), authorization.scope());

        byte[] computed = SignatureVerifier.signature(
                request, authorization, time, key, SignatureVerifier.sha256(request.body()));

        assertThat(HexFormat.of().formatHex(computed)).isEqualTo(published.signature());
        assertThat(authorization.accessKeyId()).isEqualTo("AKIDEXAMPLE");
    }

    @Test
    void no_case_is_lost() {
        assertThat(published()).hasSize(20);
    }

    static Stream<Published> published() {
        return Stream.of(text().split("\n\n"))
                .filter(block -> !block.startsWith("#"))
                .map(PublishedSignaturesTest::parse);
    }

    private static Published parse(String block) {
        List<String> lines = Arrays.asList(block.strip().split("\n"));
        String[] methodAndTarget = lines.get(1).split(" ", 2);
        String[] pathAndQuery = methodAndTarget[1].split("\\?", 2);
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("host", List.of("example.amazonaws.com"));
        headers.put("x-amz-date", List.of("20150830T123600Z"));
        String signature = "";
        String body = "";
        for (String line : lines.subList(2, lines.size())) {
            if (line.startsWith("= ")) {
                signature = line.substring(2);
            } else if (line.startsWith("> ")) {
                body = line.substring(2);
            } else {
                String[] nameAndValue = line.split(":", 2);
                headers.computeIfAbsent(nameAndValue[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(nameAndValue[1]);
            }
        }
        String signedHeaders = String.join(";", headers.keySet());
        headers.put(
                "authorization",
                List.of("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=" + signedHeaders + ", Signature=" + signature));
        HttpRequest request = new HttpRequest(
                "id",
                SIGNED,
                "192.0.2.1",
                methodAndTarget[0],
                pathAndQuery[0],
                pathAndQuery.length == 2 ? pathAndQuery[1] : "",
                headers,
                body.getBytes(UTF_8),
                Optional.empty());
        return new Published(lines.get(0), request, signature);
    }

    private static String text() {
        try (InputStream stream =
                Objects.requireNonNull(PublishedSignaturesTest.class.getResourceAsStream("published-signatures.txt"))) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
