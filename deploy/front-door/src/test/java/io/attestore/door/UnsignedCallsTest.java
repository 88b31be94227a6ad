package io.attestore.door;

import static io.attestore.door.testing.Requests.ACCOUNT;
import static io.attestore.door.testing.Requests.NOW;
import static io.attestore.door.testing.Requests.signed;
import static io.attestore.door.testing.Requests.unsigned;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Shape;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.http.HttpRequest;
import io.attestore.door.http.HttpResponse;
import io.attestore.door.sigv4.Replays;
import io.attestore.door.testing.RecordingRunner;
import io.attestore.door.testing.Requests;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operations that nobody signs: what is sent tells who calls, or the request is nobody's. */
class UnsignedCallsTest {

    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");
    private static final String CALL = "Action=AssumeRoleWithToken&Version=2011-06-15&Token=";

    private final RecordingRunner runner = new RecordingRunner();
    private final List<String> rejected = new ArrayList<>();
    private final List<SecretBytes> tokens = new ArrayList<>();
    private final FrontDoor door = runner.door(
            (code, reason, address) -> rejected.add(code + " " + reason + " " + address),
            new NoReplays(),
            Operation.of(AwsService.STS, "AssumeRoleWithToken")
                    .writes()
                    .disclosesNoSecret()
                    .shapes(
                            Shape.structure()
                                    .required("Token", Shape.secretText(4, 20), Recording.HIDDEN)
                                    .optional("Name", Shape.text()),
                            Shape.structure().optional("Account", Shape.text()))
                    .authenticatedByInput(this::caller)
                    .aboutNoResource()
                    .handledBy((input, call) -> Outcome.answered(Structure.EMPTY)));

    @Test
    void the_input_tells_who_calls_and_the_call_is_run_and_recorded_as_his() {
        HttpResponse response = door.answer(unsigned(CALL + "valid"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(runner.contexts).singleElement().satisfies(context -> {
            assertThat(context.eventName()).isEqualTo("AssumeRoleWithToken");
            assertThat(context.principal().accessKeyId()).isEmpty();
            assertThat(context.where().prefix()).isEqualTo("444455556666/us-east-1/");
            assertThat(context.requestParameters()).contains("{\"token\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}");
        });
        assertThat(rejected).isEmpty();
    }

    @Test
    void a_signature_is_ignored_right_or_wrong() {
        HttpRequest right = signed(unsigned(CALL + "valid"), "eu-central-1", "sts", NOW);
        HttpRequest wrong = Requests.withHeader(unsigned(CALL + "valid"), "authorization", "AWS4-HMAC-SHA256 nonsense");

        assertThat(List.of(right, wrong))
                .allSatisfy(request -> assertThat(door.answer(request).status()).isEqualTo(200));
        assertThat(runner.contexts)
                .hasSize(2)
                .allSatisfy(
                        context -> assertThat(context.principal().account()).isEqualTo(new AccountId("444455556666")));
    }

    @Test
    void an_input_that_proves_nothing_is_nobodys_so_it_is_counted_and_not_recorded() {
        HttpResponse response = door.answer(unsigned(CALL + "forged"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(new String(response.body(), UTF_8)).contains("<Code>InvalidIdentityToken</Code>");
        assertThat(rejected).containsExactly("InvalidIdentityToken unproven_caller 192.0.2.7");
        assertThat(runner.contexts).isEmpty();
    }

    @Test
    void an_input_that_breaks_its_shape_is_nobodys_and_nobody_is_looked_for() {
        assertThat(door.answer(unsigned(CALL + "x")).status()).isEqualTo(400);
        assertThat(door.answer(unsigned("Action=AssumeRoleWithToken&Version=2011-06-15"))
                        .status())
                .isEqualTo(400);

        assertThat(rejected).containsOnly("ValidationError unproven_caller 192.0.2.7");
        assertThat(tokens).isEmpty();
        assertThat(runner.contexts).isEmpty();
    }

    @Test
    void an_input_that_cannot_be_read_is_nobodys() {
        door.answer(unsigned(CALL + "valid&Name=%ff"));

        assertThat(rejected).singleElement().asString().endsWith(" unreadable_input 192.0.2.7");
        assertThat(runner.contexts).isEmpty();
    }

    @Test
    void nothing_is_left_of_what_was_sent() {
        List<HttpRequest> requests = List.of(unsigned(CALL + "valid"), unsigned(CALL + "forged"));

        requests.forEach(door::answer);

        assertThat(requests).allSatisfy(request -> assertThat(request.body()).containsOnly(0));
        assertThat(tokens)
                .hasSize(2)
                .allSatisfy(token -> assertThat(isClosed(token)).isTrue());
    }

    @Test
    void a_mistake_in_finding_the_caller_lets_nobody_in() {
        HttpResponse response = door.answer(unsigned(CALL + "mistake"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(runner.contexts).isEmpty();
        assertThat(tokens)
                .singleElement()
                .satisfies(token -> assertThat(isClosed(token)).isTrue());
    }

    @Test
    void the_other_operations_of_the_service_must_be_signed() {
        HttpResponse response = door.answer(unsigned("Action=GetCallerIdentity&Version=2011-06-15"));
        HttpResponse own =
                door.answer(signed(unsigned("Action=GetCallerIdentity&Version=2011-06-15"), "us-east-1", "sts", NOW));

        assertThat(response.status()).isEqualTo(403);
        assertThat(rejected).containsExactly("MissingAuthenticationToken missing_token 192.0.2.7");
        assertThat(own.status()).isEqualTo(200);
        assertThat(runner.contexts)
                .singleElement()
                .satisfies(context -> assertThat(context.principal().account()).isEqualTo(ACCOUNT));
    }

    @Test
    void what_no_operation_answers_to_must_be_signed() {
        door.answer(unsigned("Action=AssumeRoleWithNothing&Version=2011-06-15"));
        door.answer(unsigned("Version=2011-06-15"));

        assertThat(rejected).containsOnly("MissingAuthenticationToken missing_token 192.0.2.7");
        assertThat(runner.contexts).isEmpty();
    }

    private Principal caller(Structure input) {
        SecretBytes token = input.secret("Token");
        tokens.add(token);
        if (token.length() == "mistake".length()) {
            throw new IllegalStateException("a mistake");
        }
        if (token.length() != "valid".length()) {
            throw AwsFault.client("InvalidIdentityToken", "The token is not one of this issuer's.");
        }
        return Principal.service("issuer.example.com", new AccountId("444455556666"), "aws");
    }

    private static boolean isClosed(SecretBytes secret) {
        try {
            secret.length();
            return false;
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    private static HttpRequest unsigned(String form) {
        return Requests.unsigned("/", "", FORM, form.getBytes(UTF_8));
    }

    /** Replays are known by signatures: nobody may ask about a request that has none. */
    private static final class NoReplays implements Replays {

        @Override
        public Seen see(HttpRequest request, AccountId account) {
            throw new AssertionError("Asked about a request that need not be signed");
        }

        @Override
        public void forget(HttpRequest request) {
            throw new AssertionError("Asked about a request that need not be signed");
        }
    }
}
