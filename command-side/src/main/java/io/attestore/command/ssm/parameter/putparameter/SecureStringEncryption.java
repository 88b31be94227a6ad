package io.attestore.command.ssm.parameter.putparameter;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.keyuse.KeyUseCheck;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.events.Bytes;
import io.attestore.events.id.ParameterId;
import io.attestore.events.key.KeyUsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encrypts a SecureString under its KMS key with the context {@code PARAMETER_ARN}: in the standard tier by the key
 * itself, so that KMS's own Decrypt opens it; in the advanced tier as a message of the AWS Encryption SDK, whose data key
 * the KMS key encrypts.
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

    /** @param key where its creation is to be found, if it came to be just now */
    record Encrypted(Bytes ciphertext, KeyLookup.Found key, KeyUsed used) implements Result {}

    record Refused(Outcome.Refused outcome) implements Result {}

    Result encrypt(Call call, ParameterId id, String keyReference, ParameterTier tier, SecretBytes value) {
        Map<String, String> context = Map.of("PARAMETER_ARN", id.arn().value());
        KeyUseCheck.requireReachable(call, operation(tier), keyReference, context);
        return switch (keys.find(
                call,
                call.where(),
                keyReference,
                call.context().requestId(),
                call.context().at())) {
            case KeyLookup.Malformed malformed -> throw KeyUseCheck.malformed(call, malformed);
            case KeyLookup.NotFound missing -> throw KeyUseCheck.notFound(call, missing);
            case KeyLookup.Found found -> encrypt(call, context, found, tier, value);
        };
    }

    private Result encrypt(
            Call call, Map<String, String> context, KeyLookup.Found found, ParameterTier tier, SecretBytes value) {
        String operation = operation(tier);
        Optional<Outcome.Refused> refusal = KeyUseCheck.refusal(call, found.key(), operation, context);
        if (refusal.isPresent()) {
            return new Refused(found.creation().isPresent() ? notCreated(refusal.get()) : refusal.get());
        }
        KeyFacts facts = found.facts();
        Bytes ciphertext = switch (tier) {
            case STANDARD -> cipher.encrypt(found, value, context);
            case ADVANCED -> cipher.encryptMessage(found, value, context);
        };
        return new Encrypted(ciphertext, found, new KeyUsed(facts.where(), facts.keyId(), operation, List.of(context)));
    }

    /** KMS's name of what Parameter Store asks of it. */
    private static String operation(ParameterTier tier) {
        return switch (tier) {
            case STANDARD -> "Encrypt";
            case ADVANCED -> "GenerateDataKey";
        };
    }

    /** A key that would have come to be with this call does not exist once it is refused: nothing is told of it. */
    private static Outcome.Refused notCreated(Outcome.Refused refused) {
        return Outcome.refused(refused.fault());
    }
}
