package io.attestore.command.parameters.putparameter;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.keyuse.KeyUseCheck;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Outcome;
import io.attestore.entities.key.KeyCipher;
import io.attestore.entities.key.KeyFacts;
import io.attestore.entities.key.KeyLookup;
import io.attestore.events.Bytes;
import io.attestore.events.id.ParameterId;
import io.attestore.events.key.KeyUsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encrypts a SecureString under its KMS key with the context {@code PARAMETER_ARN}, so that KMS's own Decrypt opens it.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html">How Parameter Store
 *     uses KMS</a>
 */
final class SecureStringEncryption {

    private final KeyLookup keys;
    private final KeyCipher cipher;

    SecureStringEncryption(KeyLookup keys, KeyCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    /** What became of it. */
    sealed interface Result {}

    /** @param key where its birth is to be found, if it came to be just now */
    record Encrypted(Bytes blob, KeyLookup.Found key, KeyUsed used) implements Result {}

    record Refused(Outcome.Refused outcome) implements Result {}

    Result encrypt(Call call, ParameterId id, String keyReference, SecretBytes value) {
        KeyUseCheck.requireReachable(call, "Encrypt", keyReference);
        return switch (keys.find(
                call, call.where(), keyReference, call.context().at())) {
            case KeyLookup.Malformed malformed -> throw KeyUseCheck.malformed(call, malformed);
            case KeyLookup.NotFound missing -> throw KeyUseCheck.notFound(call, missing);
            case KeyLookup.Found found -> encrypt(call, id, found, value);
        };
    }

    private Result encrypt(Call call, ParameterId id, KeyLookup.Found found, SecretBytes value) {
        Map<String, String> context = Map.of("PARAMETER_ARN", id.arn().value());
        Optional<Outcome.Refused> refusal = KeyUseCheck.refusal(call, found.key(), "Encrypt", context);
        if (refusal.isPresent()) {
            return new Refused(found.birth().isPresent() ? unborn(refusal.get()) : refusal.get());
        }
        KeyFacts facts = found.facts();
        Bytes blob = cipher.encrypt(found, value, context);
        return new Encrypted(blob, found, new KeyUsed(facts.where(), facts.keyId(), "Encrypt", List.of(context)));
    }

    /** A key that would have come to be with this call does not exist once it is refused: nothing is told of it. */
    private static Outcome.Refused unborn(Outcome.Refused refused) {
        return Outcome.refused(refused.fault());
    }
}
