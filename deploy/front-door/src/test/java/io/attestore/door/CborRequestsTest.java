package io.attestore.door;

import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.signed;
import static io.attestore.door.testing.Requests.unsigned;
import static io.attestore.door.testing.Requests.withHeader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.testing.RecordingRunner;
import io.attestore.door.testing.Requests;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by Smithy RPC v2 CBOR: the path says which. */
class CborRequestsTest {

    private static final String PUT = "/service/AmazonSSM/operation/PutParameter";

    /** {"Name":"/a","Value":"hunter2"} */
    private static final byte[] BODY =
            HexFormat.of().parseHex("a2" + "644e616d65622f61" + "6556616c75656768756e74657232");

    private final RecordingRunner runner = new RecordingRunner();
    private final List<String> rejected = new ArrayList<>();
    private final FrontDoor door = runner.door((code, reason, address) -> rejected.add(code + " " + reason));

    @ParameterizedTest
    @ValueSource(strings = {PUT, "/service/com.amazonaws.ssm.AmazonSSM/operation/PutParameter"})
    void an_operation_is_run_and_its_output_answered(String path) {
        HttpRequest request = put(path, headers(), BODY);
        HttpResponse response = door.answer(request);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("Smithy-Protocol", "rpc-v2-cbor")
                .containsEntry("x-amzn-RequestId", "request-1");
        // {"Version":1,"Echo":"hunter2"}
        assertThat(response.body())
                .isEqualTo(HexFormat.of().parseHex("a2" + "6756657273696f6e01" + "644563686f6768756e74657232"));
        assertThat(runner.contexts.getFirst().eventSource()).isEqualTo("ssm.amazonaws.com");
        assertThat(runner.contexts.getFirst().eventName()).isEqualTo("PutParameter");
        assertThat(runner.contexts.getFirst().requestParameters())
                .contains("{\"name\":\"/a\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"note\":\"default\"}");
        assertThat(request.body()).containsOnly(0);
    }

    @Test
    void an_input_that_does_not_fit_is_recorded_before_it_is_answered() {
        assertThat(text(door.answer(put(PUT, headers(), new byte[] {(byte) 0xa1}))))
                .contains("com.amazonaws.ssm#SerializationException");
        assertThat(text(door.answer(put(PUT, headers(), HexFormat.of().parseHex("a0")))))
                .contains("com.amazonaws.ssm#ValidationException", "Value null at 'name'");

        assertThat(runner.refusals).hasSize(2);
        assertThat(runner.refusals.get(0)).startsWith("PutParameter SerializationException");
        assertThat(runner.refusals.get(1)).startsWith("PutParameter ValidationException");
    }

    @Test
    void a_request_without_a_body_needs_no_content_type() {
        Map<String, String> headers = headers();
        headers.remove("content-type");

        assertThat(text(door.answer(put(PUT, headers, new byte[0])))).contains("ValidationException");
        assertThat(door.answer(put(PUT, headers, BODY)).status()).isEqualTo(404);
    }

    @Test
    void an_unknown_operation_is_recorded_before_it_is_answered() {
        HttpResponse response = door.answer(put("/service/AmazonSSM/operation/Nothing", headers(), BODY));

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).contains("com.amazonaws.ssm#UnknownOperationException");
        assertThat(runner.contexts.getFirst().requestParameters()).contains("{\"operation\":\"Nothing\"}");
    }

    @Test
    void who_cannot_be_authenticated_is_told_so_in_cbor() {
        HttpRequest request = put(PUT, headers(), BODY);
        HttpRequest ofAnother = signed(unsigned(PUT, "", headers(), BODY), "eu-central-1", "kms", NOW);

        assertThat(text(door.answer(withHeader(request, "authorization"))))
                .contains("com.amazonaws.ssm#MissingAuthenticationTokenException");
        assertThat(text(door.answer(ofAnother))).contains("InvalidSignatureException", "correct service: 'ssm'");
        assertThat(text(door.answer(
                        Requests.withPath(put("/service/AmazonSSM/operation/GetParameter", headers(), BODY), PUT, ""))))
                .contains("InvalidSignatureException");
        assertThat(rejected).hasSize(3);
        assertThat(runner.contexts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/service/AmazonSSM/operation",
                "/service/AmazonSSM/operation/PutParameter/",
                "/service/AmazonSSM/operation/PutParameter/more",
                "/v1/service/AmazonSSM/operation/PutParameter",
                "//service/AmazonSSM/operation/PutParameter",
                "/service/AmazonSSM/operations/PutParameter",
                "/service/amazonssm/operation/PutParameter",
                "/service/AmazonSS%4D/operation/PutParameter",
                "/service/Other/operation/PutParameter",
                "/service/AWSSecurityTokenServiceV20110615/operation/GetCallerIdentity",
                "/service//operation/PutParameter",
            })
    void another_path_is_addressed_to_nobody(String path) {
        assertThat(door.answer(put(path, headers(), BODY)).status()).isEqualTo(404);
    }

    @Test
    void what_may_be_another_protocols_is_addressed_to_nobody() {
        List<Map.Entry<String, String>> others = List.of(
                Map.entry("smithy-protocol", "rpc-v2-json"),
                Map.entry("content-type", "application/json"),
                Map.entry("x-amz-target", "AmazonSSM.PutParameter"),
                Map.entry("x-amzn-target", "AmazonSSM.PutParameter"));

        assertThat(others).allSatisfy(other -> {
            Map<String, String> headers = headers();
            headers.put(other.getKey(), other.getValue());
            assertThat(door.answer(put(PUT, headers, BODY)).status()).isEqualTo(404);
        });
        HttpRequest twice = withHeader(put(PUT, headers(), BODY), "smithy-protocol", "rpc-v2-cbor", "rpc-v2-json");
        assertThat(door.answer(twice).status()).isEqualTo(404);
        assertThat(door.answer(put("/", headers(), BODY)).status()).isEqualTo(404);
        assertThat(door.answer(Requests.withPath(put(PUT, headers(), BODY), PUT, "a=b"))
                        .status())
                .isEqualTo(404);
        assertThat(runner.contexts).isEmpty();
    }

    @Property(tries = 300)
    void any_signed_bytes_are_answered(@ForAll byte[] body) {
        HttpResponse response = door.answer(put(PUT, headers(), body));

        assertThat(response.status()).isIn(200, 400);
        assertThat(text(response)).doesNotContain("InternalFailure", "\tat ");
    }

    private static HttpRequest put(String path, Map<String, String> headers, byte[] body) {
        return signed(unsigned(path, "", headers, body.clone()), "eu-central-1", "ssm", NOW);
    }

    private static Map<String, String> headers() {
        return new TreeMap<>(Map.of("smithy-protocol", "rpc-v2-cbor", "content-type", "application/cbor"));
    }

    private static String text(HttpResponse response) {
        assertThat(response.headers()).containsEntry("Content-Type", "application/cbor");
        return new String(response.body(), UTF_8);
    }
}
