package io.attestore.entities.ssm.keyuse;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.ResourceBasedPolicy;
import io.attestore.entities.kms.KeyConditions;
import io.attestore.entities.kms.KeyGate;
import io.attestore.entities.kms.KeyUseConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.id.Arn;
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

    private KeyUseCheck() {}

    /**
     * KMS's refusal, in Parameter Store's words; empty if the key may be used.
     *
     * @param operation KMS's name of the use: Encrypt, Decrypt
     */
    public static Optional<Outcome.Refused> refusal(
            Call call, Key.Existing key, String operation, Map<String, String> encryptionContext) {
        KeyFacts facts = key.facts();
        KeyReference reference = new KeyReference.ById(facts.where(), facts.keyId());
        Access access = use(
                operation,
                facts.arn(),
                KeyConditions.of(call, reference, facts),
                KeyGate.of(facts, call),
                encryptionContext);
        return switch (call.decide(access)) {
            case Decision.Denied denied -> {
                AwsFault fault = denied(call, access.action(), facts.arn());
                yield Optional.of(Outcome.refused(
                        fault, refused(facts, operation, encryptionContext, fault.code(), fault.text())));
            }
            case Decision.Allowed allowed ->
                switch (key) {
                    case Key.Enabled enabled -> Optional.empty();
                    case Key.Disabled disabled -> {
                        AwsFault disabledKey = KmsFaults.disabled(facts.arn());
                        yield Optional.of(Outcome.refused(
                                passedOn(call, disabledKey),
                                refused(facts, operation, encryptionContext, disabledKey.code(), disabledKey.text())));
                    }
                };
        };
    }

    /**
     * Refuses a reference that must not even be looked up: to another Region, or to another account whose key the caller
     * may not use. So nobody learns which keys and aliases others have, nor which key an alias stands for.
     *
     * @param operation KMS's name of the use: Encrypt, Decrypt
     * @throws AwsFault KMS's refusal, in Parameter Store's words
     */
    public static void requireReachable(
            Call call, String operation, String reference, Map<String, String> encryptionContext) {
        KeyReference parsed = parse(call, reference);
        if (parsed.where().equals(call.where())) {
            return;
        }
        KeyReference key = RequestedKeys.pointedTo(parsed, call);
        Access access = use(
                operation,
                RequestedKeys.arn(key),
                KeyConditions.of(call, parsed),
                KeyGate.of(key, call),
                encryptionContext);
        switch (call.decide(access)) {
            case Decision.Allowed _ -> {}
            case Decision.Denied _ -> throw denied(call, access.action(), RequestedKeys.arn(parsed));
        }
    }

    /** The fault of a reference that leads to no key. */
    public static AwsFault notFound(Call call, KeyLookup.NotFound missing) {
        return passedOn(call, KmsFaults.notFound(missing.arn()));
    }

    /** The fault of a reference that could not lead to a key. */
    public static AwsFault malformed(Call call, KeyLookup.Malformed malformed) {
        return passedOn(call, KmsFaults.invalidKeyId(malformed.reference()));
    }

    /** The fault of a ciphertext that does not open; KMS says nothing about why. */
    public static AwsFault brokenCiphertext(Call call) {
        return KeyUseFaults.invalidKeyId(
                "null", "InvalidCiphertextException", call.context().requestId());
    }

    /** The use of a key by Parameter Store on the caller's behalf, as a key's policy sees it. */
    private static Access use(
            String operation,
            Arn key,
            KeyConditions ofKey,
            ResourceBasedPolicy gate,
            Map<String, String> encryptionContext) {
        return Access.to("kms:" + operation, key)
                .where(KeyUseConditions.via("ssm", key, encryptionContext))
                .where(ofKey)
                .under(gate);
    }

    private static KeyReference parse(Call call, String reference) {
        try {
            return RequestedKeys.parse(call, reference);
        } catch (AwsFault refusal) {
            throw passedOn(call, refusal);
        }
    }

    private static AwsFault denied(Call call, String action, Arn key) {
        return KeyUseFaults.keyDenied(
                call.context().principal().arn(), action, key, call.context().requestId());
    }

    private static AwsFault passedOn(Call call, AwsFault kms) {
        return KeyUseFaults.invalidKeyId(kms.text(), kms.code(), call.context().requestId());
    }

    private static KeyUseRefused refused(
            KeyFacts facts, String operation, Map<String, String> context, String code, String message) {
        return new KeyUseRefused(facts.where(), facts.keyId(), operation, context, code, message);
    }
}
