package io.attestore.query.kms.key.decrypt;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.util.List;
import java.util.Optional;

/** Finds the key that sealed a blob: the one that the blob names, in the caller's account unless a KeyId says another. */
final class SealingKey {

    static final String IGNORE_CIPHERTEXT = "IGNORE_CIPHERTEXT";

    private final RequestedKeys keys;

    SealingKey(RequestedKeys keys) {
        this.keys = keys;
    }

    /** The ARN of the key that the blob names; {@code *} if neither it nor the KeyId tells one. */
    static List<String> resources(Structure input, AccountRegion where) {
        Optional<String> named = input.optionalText("KeyId");
        AccountRegion there = named.flatMap(reference -> KeyReference.parse(reference, where))
                .map(KeyReference::where)
                .orElse(where);
        return input.optionalBlob("CiphertextBlob")
                .flatMap(bytes -> CiphertextBlob.parse(bytes.toArray()))
                .flatMap(SealingKey::keyId)
                .map(keyId -> List.of(keyId.arn(there).value()))
                .orElseGet(() -> named.map(reference -> RequestedKeys.resources(reference, where))
                        .orElse(List.of("*")));
    }

    /** Whether only permissions are to be tried, without a blob. */
    static boolean ignoresCiphertext(Structure input) {
        return input.flag("DryRun") && input.texts("DryRunModifiers").contains(IGNORE_CIPHERTEXT);
    }

    static CiphertextBlob blob(Structure input) {
        Bytes bytes = input.optionalBlob("CiphertextBlob").orElseThrow(() -> KmsFaults.missing("ciphertextBlob"));
        return CiphertextBlob.parse(bytes.toArray()).orElseThrow(KmsFaults::invalidCiphertext);
    }

    /** The key that the caller names. */
    Key.Existing named(Structure input, Call call) {
        String reference = input.optionalText("KeyId").orElseThrow(() -> KmsFaults.missing("keyId"));
        return keys.find(call, Decrypt.ACTION, reference).key();
    }

    Key.Existing of(CiphertextBlob blob, Structure input, Call call) {
        return input.has("KeyId") ? confirmed(blob, named(input, call)) : told(blob, call);
    }

    private static Key.Existing confirmed(CiphertextBlob blob, Key.Existing named) {
        if (!named.facts().keyId().value().equals(blob.keyId())) {
            throw KmsFaults.incorrectKey();
        }
        return named;
    }

    private static Key.Existing told(CiphertextBlob blob, Call call) {
        KeyId keyId = keyId(blob).orElseThrow(KmsFaults::invalidCiphertext);
        return switch (call.decide(Decrypt.ACTION, keyId.arn(call.where()))) {
            case Decision.Denied _ -> throw KmsFaults.unreachableKey();
            case Decision.Allowed _ ->
                switch (call.load(Key.TYPE, new Key.Id(call.where(), keyId))) {
                    case Key.Existing existing -> existing;
                    case Key.Absent _ -> throw KmsFaults.unreachableKey();
                };
        };
    }

    private static Optional<KeyId> keyId(CiphertextBlob blob) {
        return KeyId.isValid(blob.keyId()) ? Optional.of(new KeyId(blob.keyId())) : Optional.empty();
    }
}
