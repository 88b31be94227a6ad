package io.attestore.door;

import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.arriving;
import static io.attestore.door.testing.Requests.form;
import static io.attestore.door.testing.Requests.get;
import static io.attestore.door.testing.Requests.json;
import static io.attestore.door.testing.Requests.presigned;
import static io.attestore.door.testing.Requests.signed;
import static io.attestore.door.testing.Requests.unsigned;
import static io.attestore.door.testing.Requests.withHeader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.testing.RecordingRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which clients address a service, beside the one that the SDKs of Java have. */
class QueryRequestsTest {

    private static final String IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    private final RecordingRunner runner = new RecordingRunner();
    private final List<String> rejected = new ArrayList<>();
    private final FrontDoor door = runner.door((code, reason, address) -> rejected.add(code));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                "CloudTrail_20131101.LookupEvents"
            })
    void both_targets_of_cloud_trail_reach_it(String target) {
        HttpResponse response = door.answer(json("cloudtrail", target, "{}".getBytes(UTF_8)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(runner.contexts.getFirst().eventSource()).isEqualTo("cloudtrail.amazonaws.com");
        assertThat(runner.contexts.getFirst().requestParameters()).contains("{\"operation\":\"LookupEvents\"}");
    }

    @Test
    void the_parameters_may_be_in_the_query_string_in_the_body_or_in_both() {
        HttpRequest both = unsigned("/", "Action=GetCallerIdentity", FORM, "Version=2011-06-15".getBytes(UTF_8));
        HttpRequest post = unsigned("/", IDENTITY, Map.of(), new byte[0]);

        assertThat(List.of(both, post, get(IDENTITY, Map.of())))
                .map(request ->
                        door.answer(signed(request, "us-east-1", "sts", NOW)).status())
                .containsOnly(200);
        assertThat(runner.contexts)
                .hasSize(3)
                .allSatisfy(context -> assertThat(context.eventName()).isEqualTo("GetCallerIdentity"));
    }

    @Test
    void a_parameter_in_both_is_refused() {
        HttpRequest twice = unsigned("/", IDENTITY, FORM, "Action=GetCallerIdentity".getBytes(UTF_8));

        assertThat(text(door.answer(signed(twice, "us-east-1", "sts", NOW))))
                .contains("<Code>MalformedQueryString</Code>");
    }

    @Test
    void a_presigned_request_is_its_signers() {
        HttpRequest request = presigned(get(IDENTITY, Map.of("x-k8s-aws-id", "cluster")), "us-east-1", "sts", NOW);

        HttpResponse response = door.answer(request);

        assertThat(request.query()).contains("x-k8s-aws-id").contains("X-Amz-Expires=60");
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).contains("<Account>111122223333</Account>");
        assertThat(door.answer(arriving(request, NOW.plus(Duration.ofMinutes(15))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_a_presigned_request_has_signed_must_not_change() {
        HttpRequest request = presigned(get(IDENTITY, Map.of("x-k8s-aws-id", "cluster")), "us-east-1", "sts", NOW);
        List<HttpRequest> changed = List.of(
                withHeader(request, "x-k8s-aws-id", "another"),
                withHeader(request, "x-k8s-aws-id"),
                request.withQuery(request.query() + "&Tail=1"),
                request.withQuery(request.query().replace("X-Amz-Expires=60", "X-Amz-Expires=61")));

        assertThat(changed).allSatisfy(each -> {
            HttpResponse response = door.answer(each);
            assertThat(response.status()).isEqualTo(403);
            assertThat(text(response)).contains("<Code>SignatureDoesNotMatch</Code>");
        });
        assertThat(runner.contexts).isEmpty();
    }

    @Test
    void a_presigned_request_lacks_nothing_and_has_nothing_twice() {
        HttpRequest request = presigned(get(IDENTITY, Map.of()), "us-east-1", "sts", NOW);
        List<HttpRequest> broken = List.of(
                request.withQuery(request.query().replaceAll("&X-Amz-Date=[^&]*", "")),
                request.withQuery(request.query().replaceAll("&X-Amz-Credential=[^&]*", "")),
                request.withQuery(request.query() + "&X-Amz-Expires=60"),
                withHeader(request, "authorization", "AWS4-HMAC-SHA256 Credential=a"));

        assertThat(broken)
                .allSatisfy(each -> assertThat(text(door.answer(each))).contains("<Code>IncompleteSignature</Code>"));
    }

    @Test
    void a_presigned_request_of_a_session_is_nobodys() {
        HttpRequest session = get(IDENTITY + "&X-Amz-Security-Token=token", Map.of());

        assertThat(text(door.answer(presigned(session, "us-east-1", "sts", NOW))))
                .contains("<Code>InvalidClientTokenId</Code>")
                .contains("<Message>The security token included in the request is invalid</Message>");
    }

    @Test
    void an_unsigned_request_is_told_what_it_lacks() {
        HttpResponse response = door.answer(get(IDENTITY, Map.of()));

        assertThat(response.status()).isEqualTo(403);
        assertThat(text(response))
                .contains("<Code>MissingAuthenticationToken</Code>")
                .contains("<Message>Request is missing Authentication Token</Message>");
    }

    @Test
    void a_request_without_an_action_is_to_nobody() {
        assertThat(door.answer(get("", Map.of())).status()).isEqualTo(404);
        assertThat(door.answer(get("a=Action=b", Map.of())).status()).isEqualTo(404);
    }

    @Test
    void whoever_accepts_json_gets_it() {
        HttpRequest request = get(IDENTITY, Map.of("accept", "application/json; q=1"));

        HttpResponse answer = door.answer(signed(request, "us-east-1", "sts", NOW));
        HttpResponse fault = door.answer(request);

        assertThat(text(answer))
                .isEqualTo("{\"GetCallerIdentityResponse\":{\"GetCallerIdentityResult\":{\"Account\":\"111122223333\"},"
                        + "\"ResponseMetadata\":{\"RequestId\":\"request-1\"}}}");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
        assertThat(text(fault))
                .isEqualTo("{\"Error\":{\"Code\":\"MissingAuthenticationToken\","
                        + "\"Message\":\"Request is missing Authentication Token\",\"Type\":\"Sender\"},"
                        + "\"RequestId\":\"request-1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/xml, application/json", "application/json, application/xml", "application/jso"})
    void whoever_accepts_xml_or_anything_gets_xml(String accept) {
        HttpRequest request = get(IDENTITY, Map.of("accept", accept));

        assertThat(text(door.answer(signed(request, "us-east-1", "sts", NOW))))
                .startsWith("<GetCallerIdentityResponse");
    }

    @Test
    void clocks_of_forms_may_differ_by_fifteen_minutes_and_no_more() {
        Duration fifteen = Duration.ofMinutes(15);

        assertThat(door.answer(arriving(form(IDENTITY), NOW.plus(fifteen))).status())
                .isEqualTo(200);
        assertThat(door.answer(arriving(form(IDENTITY), NOW.minus(fifteen))).status())
                .isEqualTo(200);
        assertThat(text(door.answer(arriving(form(IDENTITY), NOW.plus(fifteen).plusSeconds(1)))))
                .contains("<Code>SignatureDoesNotMatch</Code>")
                .contains("Signature expired: 20261121T120000Z is now earlier than 20261121T120001Z"
                        + " (20261121T121501Z - 15 min.)");
    }

    @Test
    void a_service_that_is_not_offered_is_told_so_in_its_protocol_and_on_record() {
        HttpRequest request = unsigned("/", "", FORM, "Action=ListUsers&Version=2016-11-15".getBytes(UTF_8));

        HttpResponse response = door.answer(signed(request, "us-east-1", "ec2", NOW));

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response))
                .contains("<Code>InvalidAction</Code>")
                .contains("<Message>The service 'ec2' is not offered here in AWS's Query protocol.</Message>");
        assertThat(runner.refusals).singleElement().asString().startsWith("UnknownOperation InvalidAction");
        assertThat(runner.contexts.getFirst().eventSource()).isEqualTo("attestore");
        assertThat(runner.contexts.getFirst().requestParameters())
                .contains("{\"operation\":\"ListUsers\",\"service\":\"ec2\"}");
        assertThat(rejected).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>", "IAM"})
    void what_cannot_be_a_service_comes_back_in_no_answer(String service) {
        HttpRequest request = unsigned("/", "", FORM, "Action=ListUsers&Version=2010-05-08".getBytes(UTF_8));

        HttpResponse response = door.answer(signed(request, "us-east-1", service, NOW));

        assertThat(response.status()).isEqualTo(403);
        assertThat(new String(response.body(), UTF_8))
                .contains("xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"")
                .doesNotContain(service);
    }

    @Test
    void a_form_of_sts_that_is_scoped_to_another_service_is_refused() {
        HttpRequest request = unsigned("/", "", FORM, IDENTITY.getBytes(UTF_8));

        HttpResponse response = door.answer(signed(request, "us-east-1", "ec2", NOW));

        assertThat(response.status()).isEqualTo(403);
        assertThat(text(response))
                .contains("<Message>Credential should be scoped to correct service: 'sts'.</Message>");
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), UTF_8);
    }
}
