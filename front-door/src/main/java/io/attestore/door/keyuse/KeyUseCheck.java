package io.attestore.door.keyuse;

import io.attestore.door.fault.AwsFault;
import io.attestore.door.fault.SsmFaults;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Decision;
import io.attestore.door.operation.Outcome;
import io.attestore.entities.key.Key;
import io.attestore.entities.key.KeyFacts;
import io.attestore.entities.key.KeyLookup;
import io.attestore.events.key.KeyUseRefused;
import java.util.Map;
import java.util.Optional;

/**
 * Whether Parameter Store may use a key on a caller's behalf: the caller needs KMS's permission, and the key must be
 * enabled. A refusal of an existing key is recorded as one of that key's, too.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html">How Parameter Store
 *     uses KMS</a>
 */
public final class KeyUseCheck {

    private static final String DISABLED = "DisabledException";

    private KeyUseCheck() {}

    /**
     * KMS's refusal, in Parameter Store's words; empty if the key may be used.
     *
     * @param operation KMS's name of the use: Encrypt, Decrypt
     */
    public static Optional<Outcome.Refused> refusal(
            Call call, Key.Existing key, String operation, Map<String, String> encryptionContext) {
        KeyFacts facts = key.facts();
        String action = "kms:" + operation;
        return switch (call.decide(action, facts.arn())) {
            case Decision.Denied denied -> {
                AwsFault fault = SsmFaults.keyDenied(
                        call.context().principal().arn(),
                        action,
                        facts.arn(),
                        call.context().requestId());
                yield Optional.of(Outcome.refused(
                        fault, refused(facts, operation, encryptionContext, fault.code(), fault.text())));
            }
            case Decision.Allowed allowed ->
                switch (key) {
                    case Key.Enabled enabled -> Optional.empty();
                    case Key.Disabled disabled -> {
                        String message = facts.arn() + " is disabled.";
                        AwsFault fault = SsmFaults.invalidKeyId(
                                message, DISABLED, call.context().requestId());
                        yield Optional.of(Outcome.refused(
                                fault, refused(facts, operation, encryptionContext, DISABLED, message)));
                    }
                };
        };
    }

    /** The fault of a reference that leads to no key. */
    public static AwsFault notFound(Call call, KeyLookup.NotFound missing) {
        String arn = missing.arn().value();
        String message = missing.arn().resource().startsWith("alias/")
                ? "Alias " + arn + " is not found."
                : "Key '" + arn + "' does not exist";
        return SsmFaults.invalidKeyId(
                message, "NotFoundException", call.context().requestId());
    }

    /** The fault of a reference that could not lead to a key. */
    public static AwsFault malformed(Call call, KeyLookup.Malformed malformed) {
        return SsmFaults.invalidKeyId(
                "Invalid keyId " + malformed.reference(),
                "NotFoundException",
                call.context().requestId());
    }

    /** The fault of a ciphertext that does not open; KMS says nothing about why. */
    public static AwsFault brokenCiphertext(Call call) {
        return SsmFaults.invalidKeyId(
                "null", "InvalidCiphertextException", call.context().requestId());
    }

    private static KeyUseRefused refused(
            KeyFacts facts, String operation, Map<String, String> context, String code, String message) {
        return new KeyUseRefused(facts.where(), facts.keyId(), operation, context, code, message);
    }
}
