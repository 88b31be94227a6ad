package io.attestore.door;

import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.json;
import static io.attestore.door.testing.Requests.signed;
import static io.attestore.door.testing.Requests.unsigned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.testing.RecordingRunner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, an answer in AWS's form goes out. */
class HostileRequestsTest {

    private static final String VALID = "{\"Name\":\"/a\",\"Value\":\"hunter2\",\"Blob\":\"AAAA\",\"Note\":\"x\"}";

    private final FrontDoor door = new RecordingRunner().door((code, reason, address) -> {});

    @ParameterizedTest
    @MethodSource("bodies")
    void a_hostile_body_is_answered(String body) {
        assertAnswered(door.answer(json("ssm", "AmazonSSM.PutParameter", body.getBytes(UTF_8))));
    }

    @Property(tries = 100)
    void a_truncated_body_is_answered(@ForAll byte at) {
        byte[] body = Arrays.copyOf(VALID.getBytes(UTF_8), Math.floorMod(at, VALID.length()));

        assertAnswered(door.answer(json("ssm", "AmazonSSM.PutParameter", body)));
    }

    @Property(tries = 300)
    void any_signed_bytes_are_answered(@ForAll byte[] body, @ForAll boolean form) {
        HttpRequest request = form
                ? signed(
                        unsigned("/", "", Map.of("content-type", "application/x-www-form-urlencoded"), body),
                        "us-east-1",
                        "sts",
                        NOW)
                : json("ssm", "AmazonSSM.PutParameter", body);

        assertAnswered(door.answer(request));
    }

    @Property(tries = 300)
    void any_unsigned_request_is_answered(
            @ForAll("words") String method,
            @ForAll("words") String path,
            @ForAll("words") String query,
            @ForAll("words") String target,
            @ForAll("words") String contentType,
            @ForAll("words") String authorization,
            @ForAll("words") String date) {
        HttpRequest request = new HttpRequest(
                "request-1",
                NOW,
                "192.0.2.7",
                method,
                path,
                query,
                Map.of(
                        "host", List.of("h"),
                        "x-amz-target", List.of(target),
                        "content-type", List.of(contentType),
                        "authorization", List.of(authorization),
                        "x-amz-date", List.of(date)),
                new byte[] {'{'},
                Optional.empty());

        HttpResponse response = door.answer(request);

        assertAnswered(response);
        assertThat(response.status()).isNotEqualTo(200);
    }

    static List<String> bodies() {
        return List.of(
                "[".repeat(500_000),
                "{\"a\":".repeat(100_000),
                "{\"" + "n".repeat(1 << 20) + "\":1}",
                "{\"Name\":\"" + "x".repeat(1 << 20) + "\"}",
                "{\"Name\":\"" + "x".repeat(400_000) + "\"}",
                "{\"Name\":\"\\ud800\"}",
                "{\"Name\":\"\\u0000\"}",
                "\u0000",
                "{\"Name\":" + "9".repeat(1 << 20) + "}",
                "{\"Name\":1e99999999999}",
                "{\"Name\":[[[[]]]]}",
                "null",
                "\"hunter2\"",
                "7");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "POST",
                        "/",
                        "",
                        "AmazonSSM.PutParameter",
                        "AmazonSSM",
                        "application/x-amz-json-1.1",
                        "application/x-www-form-urlencoded",
                        "20261121T120000Z",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261121/x/ssm/aws4_request,"
                                + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + "0".repeat(64)),
                Arbitraries.strings().ofMaxLength(30));
    }

    private static void assertAnswered(HttpResponse response) {
        assertThat(response.status()).isIn(200, 400, 403, 404);
        assertThat(response.headers()).containsEntry("x-amzn-RequestId", "request-1");
        assertThat(new String(response.body(), UTF_8))
                .matches("(?s)\\{.*\\}|<.*>")
                .doesNotContain("Exception:", "\tat ");
    }
}
