package io.attestore.door;

import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.form;
import static io.attestore.door.testing.Requests.json;
import static io.attestore.door.testing.Requests.withHeader;
import static io.attestore.door.testing.Requests.withPath;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Document.SecretText;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.testing.RecordingRunner;
import io.attestore.events.call.CallContext;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

    private final RecordingRunner runner = new RecordingRunner();
    private final List<String> rejected = new ArrayList<>();
    private final FrontDoor door = runner.door((code, reason, address) -> rejected.add(code + " " + address));

    @Test
    void an_operation_is_run_and_its_output_answered() {
        HttpResponse response = door.answer(put("{\"Name\":\"/a\",\"Value\":\"hunter2\"}"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("{\"Version\":1,\"Echo\":\"hunter2\"}");
        assertThat(response.headers()).containsEntry("x-amzn-RequestId", "request-1");
        assertThat(rejected).isEmpty();
    }

    @Test
    void the_context_tells_who_asked_for_what_without_the_secret() {
        door.answer(put("{\"Name\":\"/a\",\"Value\":\"hunter2\",\"Unknown\":\"hunter2\"}"));

        CallContext context = runner.contexts.getFirst();
        assertThat(context.requestId()).isEqualTo("request-1");
        assertThat(context.at()).isEqualTo(NOW);
        assertThat(context.eventSource()).isEqualTo("ssm.amazonaws.com");
        assertThat(context.eventName()).isEqualTo("PutParameter");
        assertThat(context.readOnly()).isFalse();
        assertThat(context.where().prefix()).isEqualTo("111122223333/eu-central-1/");
        assertThat(context.sourceAddress()).isEqualTo("192.0.2.7");
        assertThat(context.userAgent()).isEqualTo("aws-cli/2.0");
        assertThat(context.host()).isEqualTo("door.example.com");
        assertThat(context.requestParameters())
                .contains("{\"name\":\"/a\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"note\":\"default\"}");
    }

    @Test
    void a_source_that_fails_too_often_learns_only_that_and_loses_its_connection() {
        List<String> asked = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        HttpRequest wrong = withHeader(put("{\"Name\":\"/a\"}"), "x-amz-target", "AmazonSSM.GetParameter");
        FrontDoor braked = runner.door((code, reason, address) -> reasons.add(code + " " + reason), source -> {
            asked.add(source);
            assertThat(wrong.body()).as("while the source may be kept waiting").containsOnly(0);
            return false;
        });

        HttpResponse response = braked.answer(wrong);

        assertThat(text(response)).startsWith("{\"__type\":\"ThrottlingException\"");
        assertThat(response.headers()).containsEntry("Connection", "close");
        assertThat(asked).containsExactly("192.0.2.7");
        assertThat(reasons).containsExactly("InvalidSignatureException mismatch");
    }

    @Test
    void a_right_signature_is_never_slowed() {
        FrontDoor braked = runner.door((code, reason, address) -> {}, source -> {
            throw new AssertionError("Asked for a right signature");
        });

        assertThat(braked.answer(put("{\"Name\":\"/a\"}")).status()).isEqualTo(200);
    }

    @Test
    void a_long_user_agent_is_cut() {
        HttpRequest request = put("{\"Name\":\"/a\"}");

        door.answer(withHeader(request, "user-agent", "x".repeat(5000)));

        assertThat(runner.contexts.getFirst().userAgent()).hasSize(1024);
    }

    @Test
    void body_input_and_output_are_wiped() {
        HttpRequest request = put("{\"Name\":\"/a\",\"Value\":\"hunter2\"}");
        SecretBytes output = SecretBytes.copyOf("hunter3".getBytes(UTF_8));
        List<SecretBytes> seen = new ArrayList<>(List.of(output));
        runner.run = (operation, input) -> {
            seen.add(input.secret("Value"));
            return Structure.builder().put("Echo", new SecretText(output)).build();
        };

        assertThat(text(door.answer(request))).isEqualTo("{\"Echo\":\"hunter3\"}");

        assertThat(request.body()).containsOnly(0);
        assertThat(seen)
                .hasSize(2)
                .allSatisfy(secret -> assertThat(isClosed(secret)).isTrue());
    }

    @Test
    void a_refusal_of_the_runner_is_answered_and_not_recorded_twice() {
        runner.run = (operation, input) -> {
            throw AwsFault.client("ParameterNotFound", "");
        };

        HttpResponse response = door.answer(put("{\"Name\":\"/a\"}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"__type\":\"ParameterNotFound\"}");
        assertThat(runner.refusals).isEmpty();
    }

    @Test
    void an_input_that_does_not_fit_is_recorded_before_it_is_answered() {
        HttpResponse response = door.answer(put("{\"Name\":\"\",\"Value\":\"hunter2\"}"));

        assertThat(text(response)).startsWith("{\"__type\":\"ValidationException\",\"message\":\"1 validation error");
        assertThat(runner.refusals).hasSize(1);
        assertThat(runner.refusals.getFirst()).startsWith("PutParameter ValidationException");
        assertThat(runner.contexts.getFirst().requestParameters())
                .contains("{\"name\":\"\",\"value\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}");
    }

    @Test
    void a_malformed_body_is_recorded_before_it_is_answered() {
        assertThat(text(door.answer(put("{")))).startsWith("{\"__type\":\"SerializationException\"");

        assertThat(runner.refusals.getFirst()).startsWith("PutParameter SerializationException");
        assertThat(runner.contexts.getFirst().requestParameters()).isEmpty();
    }

    @Test
    void an_unknown_operation_is_recorded_before_it_is_answered() {
        assertThat(text(door.answer(json("ssm", "AmazonSSM.Nothing", new byte[0]))))
                .isEqualTo("{\"__type\":\"UnknownOperationException\"}");
        assertThat(text(door.answer(json("ssm", "AmazonSSM.No/thing<script>", new byte[0]))))
                .isEqualTo("{\"__type\":\"UnknownOperationException\"}");

        assertThat(runner.refusals)
                .containsExactly(
                        "UnknownOperation UnknownOperationException: ", "UnknownOperation UnknownOperationException: ");
        assertThat(runner.contexts)
                .extracting(context -> context.requestParameters().orElseThrow())
                .containsExactly("{\"operation\":\"Nothing\"}", "{\"operation\":\"No/thing<script>\"}");
    }

    @Test
    void the_name_of_an_unknown_operation_is_recorded_bounded_and_printable() {
        door.answer(form("Action=" + "a%00%C3%A9".repeat(100) + "&Version=2011-06-15"));

        CallContext context = runner.contexts.getFirst();
        assertThat(context.eventName()).isEqualTo("UnknownOperation");
        assertThat(context.requestParameters().orElseThrow())
                .startsWith("{\"operation\":\"a??a??")
                .hasSize("{\"operation\":\"\"}".length() + 128);
    }

    @Test
    void a_form_is_answered_in_xml() {
        HttpResponse response = door.answer(form("Action=GetCallerIdentity&Version=2011-06-15"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).contains("<GetCallerIdentityResult><Account>111122223333</Account>");
        assertThat(runner.contexts.getFirst().requestParameters()).isEmpty();
    }

    @Test
    void a_form_without_an_action_or_with_another_is_recorded_and_refused() {
        assertThat(text(door.answer(form("Version=2011-06-15")))).contains("<Code>MissingAction</Code>");
        assertThat(text(door.answer(form("Action=AssumeRole&Version=2011-06-15"))))
                .contains("<Code>InvalidAction</Code>");
        assertThat(text(door.answer(form("Action=GetCallerIdentity&Version=2011-06-15&Long=abcdefghi"))))
                .contains("<Code>ValidationError</Code>");

        assertThat(runner.refusals).hasSize(3);
    }

    @Test
    void who_cannot_be_authenticated_is_counted_and_not_recorded() {
        HttpRequest request = put("{\"Name\":\"/a\"}");

        assertThat(text(door.answer(withHeader(request, "authorization"))))
                .isEqualTo("{\"__type\":\"MissingAuthenticationTokenException\","
                        + "\"message\":\"Missing Authentication Token\"}");
        assertThat(door.answer(withHeader(form("Action=GetCallerIdentity"), "authorization"))
                        .status())
                .isEqualTo(403);
        assertThat(text(door.answer(json("kms", "AmazonSSM.PutParameter", new byte[0]))))
                .contains("InvalidSignatureException", "Credential should be scoped to correct service: 'ssm'.");

        assertThat(rejected)
                .containsExactly(
                        "MissingAuthenticationTokenException 192.0.2.7",
                        "MissingAuthenticationToken 192.0.2.7",
                        "InvalidSignatureException 192.0.2.7");
        assertThat(runner.contexts).isEmpty();
    }

    @Test
    void what_is_addressed_to_nobody_is_not_found() {
        HttpRequest request = put("{}");

        assertThat(door.answer(withPath(request, "/other", "")).status()).isEqualTo(404);
        assertThat(door.answer(withPath(request, "/", "a=b")).status()).isEqualTo(404);
        assertThat(door.answer(withHeader(request, "x-amz-target")).status()).isEqualTo(404);
        assertThat(door.answer(withHeader(request, "x-amz-target", "Other.PutParameter"))
                        .status())
                .isEqualTo(404);
        assertThat(door.answer(withHeader(request, "content-type", "text/plain"))
                        .status())
                .isEqualTo(404);
        assertThat(rejected).hasSize(5).allMatch("UnknownOperationException 192.0.2.7"::equals);
    }

    @Test
    void without_the_log_nothing_is_given_out() {
        runner.run = (operation, input) -> {
            throw new LogUnavailableException("hunter2");
        };
        HttpResponse notRun = door.answer(put("{\"Name\":\"/a\"}"));
        runner.failRefusals = new LogUnavailableException("hunter2");
        HttpResponse notRefused = door.answer(put("{\"Name\":\"\"}"));
        runner.failRefusals = new IllegalStateException("hunter2");
        HttpResponse brokenRefusal = door.answer(put("{\"Name\":\"\"}"));

        assertThat(List.of(notRun, notRefused, brokenRefusal)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(503);
            assertThat(text(response))
                    .isEqualTo("{\"__type\":\"ServiceUnavailable\","
                            + "\"message\":\"The service is temporarily unavailable.\"}");
        });
    }

    @Test
    void an_overloaded_log_throttles() {
        runner.run = (operation, input) -> {
            throw new LogOverloadedException("hunter2");
        };

        HttpResponse response = door.answer(put("{\"Name\":\"/a\"}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
    }

    @Test
    void a_mistake_is_recorded_and_answered_without_detail() {
        runner.run = (operation, input) -> {
            throw new IllegalStateException("hunter2");
        };

        HttpResponse response = door.answer(put("{\"Name\":\"/a\"}"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response)).contains("InternalFailure").doesNotContain("hunter2");
        assertThat(runner.refusals).singleElement().asString().startsWith("PutParameter InternalFailure");
    }

    @Test
    void a_mistake_that_cannot_be_recorded_is_not_told_either() {
        runner.run = (operation, input) -> {
            throw new IllegalStateException("hunter2");
        };
        runner.failRefusals = new IllegalStateException("hunter2");

        HttpResponse response = door.answer(put("{\"Name\":\"/a\"}"));

        assertThat(response.status()).isEqualTo(503);
        assertThat(text(response)).contains("ServiceUnavailable").doesNotContain("hunter2");
    }

    /** Parameters that cannot be recorded must not keep the call out of the record. */
    @Test
    void what_cannot_be_recorded_as_parameters_is_recorded_without() {
        runner.recordedInput = input -> {
            throw new IllegalStateException("hunter2");
        };
        HttpResponse mistaken = door.answer(put("{\"Name\":\"/a\"}"));
        runner.recordedInput = input -> input;
        runner.unrecordable = context -> context.requestParameters().orElse("").contains("/b")
                || !context.userAgent().isEmpty();
        runner.run = (operation, input) -> {
            throw new IllegalStateException("hunter2");
        };
        HttpResponse unrecordable = door.answer(put("{\"Name\":\"/b\"}"));

        assertThat(mistaken.status()).isEqualTo(500);
        assertThat(unrecordable.status()).isEqualTo(500);
        assertThat(runner.refusals)
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal).startsWith("PutParameter InternalFailure"));
        CallContext bare = runner.contexts.getLast();
        assertThat(bare.requestParameters()).contains("{\"omitted\":true,\"reason\":\"could not be recorded\"}");
        assertThat(bare.userAgent()).isEmpty();
        assertThat(bare.principal()).isEqualTo(runner.contexts.getFirst().principal());
    }

    @Test
    void a_trace_of_a_failure_does_not_repeat_what_was_said() {
        String trace = FailureTrace.of(new IllegalStateException("hunter2", new RuntimeException("hunter2")));

        assertThat(trace)
                .contains("java.lang.IllegalStateException", "Caused by: java.lang.RuntimeException", "FrontDoorTest")
                .doesNotContain("hunter2");
    }

    @Test
    void a_secret_appears_nowhere_but_in_the_answer() {
        List<String> bodies = List.of(
                "{\"Name\":\"/a\",\"Value\":\"hunter2\"}",
                "{\"Name\":\"/a\",\"Value\":\"hunter2hunter2\"}",
                "{\"Name\":\"/a\",\"Value\":\"hunter2\\ud800\"}",
                "{\"Name\":\"/a\",\"Value\":\"hunter2\",\"Value\":\"hunter2\"}",
                "{\"Name\":\"/a\",\"Value\":\"hunter2\",\"Name\":7}",
                "{\"Name\":\"/a\",\"Value\":\"hunter2",
                "{\"Name\":\"/a\",\"Value\":hunter2}",
                "{\"Name\":\"/a\",\"Blob\":\"hunter2\"}",
                "{\"Name\":\"/a\",\"hunter2\":\"hunter2\"}",
                "{\"Value\":\"hunter2\"}");
        for (String body : bodies) {
            runner.run = (operation, input) -> {
                runner.seen.add(input.toString() + operation + input.members());
                return Structure.EMPTY;
            };
            HttpRequest request = put(body);
            HttpResponse response = door.answer(request);

            assertThat(text(response)).doesNotContain("hunter2");
            assertThat(request.toString() + response).doesNotContain("hunter2");
        }
        assertThat(runner.contexts).hasSize(bodies.size());
        assertThat(runner.contexts.toString() + runner.refusals + runner.seen).doesNotContain("hunter2");
        assertThat(runner.seen).isNotEmpty();
    }

    private static HttpRequest put(String body) {
        return json("ssm", "AmazonSSM.PutParameter", body.getBytes(UTF_8));
    }

    private static boolean isClosed(SecretBytes secret) {
        try {
            secret.length();
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), UTF_8);
    }
}
