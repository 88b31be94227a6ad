package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.SignedRequest;
import io.attestore.proof.torture.ledger.Asked.CreateKey;
import io.attestore.proof.torture.ledger.Asked.Decrypt;
import io.attestore.proof.torture.ledger.Asked.Delete;
import io.attestore.proof.torture.ledger.Asked.DescribeKey;
import io.attestore.proof.torture.ledger.Asked.Encrypt;
import io.attestore.proof.torture.ledger.Asked.Get;
import io.attestore.proof.torture.ledger.Asked.GetByPath;
import io.attestore.proof.torture.ledger.Asked.GetHistory;
import io.attestore.proof.torture.ledger.Asked.GetSeveral;
import io.attestore.proof.torture.ledger.Asked.Put;
import io.attestore.proof.torture.ledger.Asked.RotateKey;
import io.attestore.proof.torture.ledger.Asked.SwitchKey;
import io.attestore.proof.torture.ledger.Outcome.Answered;
import io.attestore.proof.torture.ledger.Outcome.Refused;
import io.attestore.proof.torture.ledger.Outcome.Unknown;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Makes calls, each under a name of its own, and notes what was asked and how it ended. Safe for many threads. */
final class NotingClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final ApiClient client;
    private final Ledger ledger;

    NotingClient(ApiClient client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
    }

    /** Asks for what needs nothing but itself. */
    Outcome ask(Asked asked) {
        return switch (asked) {
            case Put put -> ask(put, ssm("PutParameter", putInput(put)));
            case Delete(String name) -> ask(asked, ssm("DeleteParameter", Map.of("Name", name)));
            case Get(String name) -> ask(asked, ssm("GetParameter", Map.of("Name", name, "WithDecryption", true)));
            case GetSeveral(var names) ->
                ask(asked, ssm("GetParameters", Map.of("Names", names, "WithDecryption", true)));
            case GetByPath(String folder) ->
                ask(asked, ssm("GetParametersByPath", Map.of("Path", folder, "WithDecryption", true)));
            case GetHistory(String name, long after) -> history(name, after, "");
            case CreateKey() -> ask(asked, kms("CreateKey", Map.of()));
            case SwitchKey(String keyId, boolean enable) ->
                ask(asked, kms(enable ? "EnableKey" : "DisableKey", Map.of("KeyId", keyId)));
            case RotateKey(String keyId) -> ask(asked, kms("RotateKeyOnDemand", Map.of("KeyId", keyId)));
            case DescribeKey(String keyId) -> ask(asked, kms("DescribeKey", Map.of("KeyId", keyId)));
            case Encrypt(String keyId, String plaintext) ->
                ask(asked, kms("Encrypt", Map.of("KeyId", keyId, "Plaintext", base64(plaintext))));
            case Decrypt _ -> throw new IllegalArgumentException("Decrypt needs a ciphertext");
        };
    }

    /** The page of a parameter's versions after one, with the token that the page before gave. */
    Outcome history(String name, long after, String token) {
        Map<String, Object> input = token.isEmpty()
                ? Map.of("Name", name, "WithDecryption", true)
                : Map.of("Name", name, "WithDecryption", true, "NextToken", token);
        return ask(new GetHistory(name, after), ssm("GetParameterHistory", input));
    }

    Outcome decrypt(Sealed sealed) {
        return ask(
                new Decrypt(sealed.keyId(), sealed.plaintext()),
                kms("Decrypt", Map.of("CiphertextBlob", sealed.ciphertextBlob())));
    }

    /** A call that never reached a server is not noted. */
    private Outcome ask(Asked asked, SignedRequest request) {
        String callId = ledger.nextCallId();
        long begun = System.nanoTime();
        Outcome outcome;
        String complaint = "";
        try {
            Answer answer = client.call(request.with("user-agent", callId));
            outcome = outcome(answer);
            complaint = complaint(answer);
        } catch (UncheckedIOException failure) {
            outcome = new Unknown(0);
            if (failure.getCause() instanceof ConnectException
                    || failure.getCause() instanceof HttpConnectTimeoutException) {
                return outcome;
            }
        }
        ledger.note(new Entry(callId, asked, begun, System.nanoTime(), outcome, complaint));
        return outcome;
    }

    private static Outcome outcome(Answer answer) {
        if (answer.isOk()) {
            return new Answered(answer.requestId(), answer.body().isEmpty() ? JSON.createObjectNode() : answer.json());
        }
        return answer.status() == 503
                ? new Unknown(503)
                : new Refused(answer.requestId(), answer.status(), answer.error());
    }

    /** Every answer has a request id, and every error the form that AWS gives it. */
    private static String complaint(Answer answer) {
        if (answer.requestId().isEmpty()) {
            return "an answer " + answer.status() + " without a request id";
        }
        boolean empty = answer.body().isEmpty();
        if (!answer.isOk() && !empty && answer.error().isEmpty()) {
            return "an answer " + answer.status() + " that is not AWS's form of an error";
        }
        return answer.status() == 503 && !empty && !answer.error().equals("ServiceUnavailable")
                ? "an answer 503 that says " + answer.error()
                : "";
    }

    private static Map<String, Object> putInput(Put put) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "Name", put.name(),
                "Value", put.value(),
                "Type", put.secure() ? "SecureString" : "String",
                "Overwrite", put.overwrite()));
        Optional<String> keyId = put.keyId();
        keyId.ifPresent(id -> input.put("KeyId", id));
        return input;
    }

    private static SignedRequest ssm(String operation, Map<String, Object> input) {
        return SignedRequest.json("ssm", "AmazonSSM." + operation, JSON.writeValueAsBytes(input));
    }

    private static SignedRequest kms(String operation, Map<String, Object> input) {
        return SignedRequest.json("kms", "TrentService." + operation, JSON.writeValueAsBytes(input));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
