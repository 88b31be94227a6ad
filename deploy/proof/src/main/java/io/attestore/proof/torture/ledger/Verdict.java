package io.attestore.proof.torture.ledger;

import io.attestore.events.Event;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.proof.torture.ledger.Asked.CreateKey;
import io.attestore.proof.torture.ledger.Asked.Decrypt;
import io.attestore.proof.torture.ledger.Asked.Delete;
import io.attestore.proof.torture.ledger.Asked.DescribeKey;
import io.attestore.proof.torture.ledger.Asked.Encrypt;
import io.attestore.proof.torture.ledger.Asked.Get;
import io.attestore.proof.torture.ledger.Asked.GetHistory;
import io.attestore.proof.torture.ledger.Asked.Put;
import io.attestore.proof.torture.ledger.Asked.Read;
import io.attestore.proof.torture.ledger.Asked.RotateKey;
import io.attestore.proof.torture.ledger.Asked.SwitchKey;
import io.attestore.proof.torture.ledger.Outcome.Answered;
import io.attestore.proof.torture.ledger.Outcome.Refused;
import io.attestore.proof.torture.ledger.StoreModel.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether what a client was told is what the store had to tell at the place in the log where the call stands. Asked
 * before the call's own effects come into the model.
 */
final class Verdict {

    private final StoreModel model;

    Verdict(StoreModel model) {
        this.model = model;
    }

    /** What is wrong with the answer; empty if it is right. */
    Optional<String> on(Asked asked, Answered answer, WrittenCall call) {
        if (!answer.requestId().equals(call.context().requestId())) {
            return Optional.of("the record has another request id than the answer");
        }
        if (Effects.isRefusal(call)) {
            return Optional.of("it was answered, and the record says refused");
        }
        JsonNode output = answer.output();
        boolean right = switch (asked) {
            case Put put ->
                output.path("Version").asLong(-1) == model.nextVersion(put.name())
                        && has(call, ParameterVersionPut.class);
            case Delete _ -> has(call, ParameterDeleted.class);
            case Read read -> isRight(read, output, call);
            case CreateKey _ -> true;
            case SwitchKey(String keyId, boolean enable) ->
                !call.events().isEmpty() && (hasEffect(call) || model.isEnabled(keyId) == enable);
            case RotateKey(String keyId) -> model.isEnabled(keyId);
            case DescribeKey(String keyId) ->
                output.path("KeyMetadata").path("Enabled").asBoolean() == model.isEnabled(keyId);
            case Encrypt _ -> has(call, KeyUsed.class);
            case Decrypt decrypt ->
                has(call, KeyUsed.class)
                        && text(output.path("Plaintext").asString("")).equals(decrypt.plaintext());
        };
        return right ? Optional.empty() : Optional.of("the answer is not what the log makes it");
    }

    /** What is wrong with the refusal; empty if the state at that place gives the reason for it. */
    Optional<String> on(Asked asked, Refused refusal, WrittenCall call) {
        if (!refusal.requestId().equals(call.context().requestId())) {
            return Optional.of("the record has another request id than the refusal");
        }
        if (!Effects.isRefusal(call)) {
            return Optional.of("it was refused, and the record says answered");
        }
        boolean right = switch (refusal.code()) {
            case "ThrottlingException" -> true;
            case "ParameterNotFound" ->
                nameOf(asked).filter(name -> !model.isThere(name)).isPresent();
            case "ParameterAlreadyExists" -> asked instanceof Put put && !put.overwrite() && model.isThere(put.name());
            case "InvalidKeyId" -> isForADisabledKey(asked);
            case "DisabledException" ->
                keyOf(asked).filter(keyId -> !model.isEnabled(keyId)).isPresent();
            case "LimitExceededException" -> asked instanceof RotateKey;
            default -> false;
        };
        return right
                ? Optional.empty()
                : Optional.of("it was refused by " + refusal.status() + " " + refusal.code()
                        + ", for which the log gives no reason");
    }

    private boolean isRight(Read read, JsonNode output, WrittenCall call) {
        List<Version> due = model.answerTo(read);
        return !model.needsDisabledKey(due)
                && told(output).equals(due.stream().map(Verdict::told).toList())
                && (due.isEmpty() || has(call, ParameterRead.class));
    }

    private static List<String> told(JsonNode output) {
        List<String> told = new ArrayList<>();
        List<JsonNode> parameters = new ArrayList<>();
        output.path("Parameters").forEach(parameters::add);
        if (output.has("Parameter")) {
            parameters.add(output.path("Parameter"));
        }
        parameters.forEach(each -> told.add(each.path("Name").asString("") + ":"
                + each.path("Version").asLong() + "=" + each.path("Value").asString("")));
        return told;
    }

    private static String told(Version version) {
        return version.name() + ":" + version.number() + "=" + version.value();
    }

    private boolean isForADisabledKey(Asked asked) {
        return switch (asked) {
            case Put put ->
                model.keyOf(put).filter(keyId -> !model.isEnabled(keyId)).isPresent();
            case Read read -> model.needsDisabledKey(model.answerTo(read));
            default -> false;
        };
    }

    private static Optional<String> nameOf(Asked asked) {
        return switch (asked) {
            case Get(String name) -> Optional.of(name);
            case GetHistory history -> Optional.of(history.name());
            case Delete(String name) -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    private static Optional<String> keyOf(Asked asked) {
        return switch (asked) {
            case RotateKey(String keyId) -> Optional.of(keyId);
            case Encrypt encrypt -> Optional.of(encrypt.keyId());
            case Decrypt decrypt -> Optional.of(decrypt.keyId());
            default -> Optional.empty();
        };
    }

    private static boolean has(WrittenCall call, Class<? extends Event> type) {
        return call.events().stream().anyMatch(type::isInstance);
    }

    private static boolean hasEffect(WrittenCall call) {
        return call.events().stream().anyMatch(event -> event instanceof KeyDisabled || event instanceof KeyEnabled);
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
