package io.attestore.query.ssm.parameter.disclosure;

import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.entities.ssm.keyuse.KeyUseCheck;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.entities.vault.ValueSeal;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.parameter.ParameterRead.OpeningKey;
import io.attestore.events.parameter.ParameterType;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Opens the value of one version: its seal, and its KMS ciphertext if wanted. */
final class ValueOpening {

    private static final String DECRYPT = "Decrypt";

    private final KeyCipher cipher;
    private final ValueSeal seal;

    ValueOpening(KeyCipher cipher, ValueSeal seal) {
        this.cipher = cipher;
        this.seal = seal;
    }

    /** What became of it. */
    sealed interface Result {}

    /** The value as the answer holds it; whoever receives it closes it. */
    record Opened(SecretBytes value, Optional<OpeningKey> by) implements Result {}

    record Refused(Outcome.Refused outcome) implements Result {}

    /**
     * A value whose data key is gone is one that another node has just destroyed, or a loss. The refusal is appended on
     * the condition that the parameter is still as it was read: in the first case the call is decided anew.
     */
    Result open(Call call, Wanted wanted, Bytes sealed, boolean withDecryption) {
        ParameterVersion version = wanted.version();
        ValuePlace place = ValuePlace.ofParameter(wanted.parameter().id(), version.number());
        SecretBytes stored = seal.open(place, version.dataKeyId(), sealed).orElseThrow(DisclosureFaults::internalError);
        if (version.type() != ParameterType.SECURE_STRING) {
            return new Opened(stored, Optional.empty());
        }
        try (stored) {
            return withDecryption
                    ? decrypted(call, wanted, StoredCiphertext.of(version, stored))
                    : new Opened(base64(stored), Optional.empty());
        }
    }

    private Result decrypted(Call call, Wanted wanted, StoredCiphertext stored) {
        Key.Id keyId = new Key.Id(
                keyHome(wanted.version(), wanted.parameter().id().where()),
                new KeyId(stored.ofKey().keyId()));
        Map<String, String> context =
                Map.of("PARAMETER_ARN", wanted.parameter().id().arn().value());
        return switch (call.load(Key.TYPE, keyId)) {
            case Key.Absent absent ->
                throw KeyUseCheck.notFound(
                        call, new KeyLookup.NotFound(keyId.keyId().arn(keyId.where())));
            case Key.Existing key ->
                KeyUseCheck.refusal(call, key, DECRYPT, context)
                        .<Result>map(Refused::new)
                        .orElseGet(() -> stored.opened(cipher, key.facts(), context)
                                .map(value ->
                                        new Opened(value, Optional.of(new OpeningKey(keyId.where(), keyId.keyId()))))
                                .orElseThrow(() -> KeyUseCheck.brokenCiphertext(call)));
        };
    }

    /** A ciphertext names its key, but not the namespace that the key lives in. */
    private static AccountRegion keyHome(ParameterVersion version, AccountRegion here) {
        return version.keyReference()
                .flatMap(reference -> KeyReference.parse(reference, here))
                .map(KeyReference::where)
                .orElse(here);
    }

    private static SecretBytes base64(SecretBytes stored) {
        return SecretBytes.takingOwnershipOf(stored.withBytes(InsecureSecretAccess.get(), Base64.getEncoder()::encode));
    }
}
