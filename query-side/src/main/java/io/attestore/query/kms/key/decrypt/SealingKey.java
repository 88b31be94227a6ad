package io.attestore.query.kms.key.decrypt;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Subject;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.kms.key.KeyReference;
import io.attestore.events.Bytes;
import io.attestore.events.id.KeyId;
import java.util.Optional;

/** Finds the key that sealed a blob: the one that the blob names, in the caller's account unless a KeyId says another. */
final class SealingKey {

    static final String IGNORE_CIPHERTEXT = "IGNORE_CIPHERTEXT";

    private final RequestedKeys keys;

    SealingKey(RequestedKeys keys) {
        this.keys = keys;
    }

    /** The key that the caller names, or else the one that the blob names. */
    Subject<Key.Existing> of(Structure input, Call call) {
        if (input.has("KeyId") || ignoresCiphertext(input)) {
            String reference = input.optionalText("KeyId").orElseThrow(() -> KmsFaults.missing("keyId"));
            return keys.usable(reference, call).map(KeyLookup.Found::key);
        }
        return told(blob(input), call);
    }

    /** Whether only permissions are to be tried, without a blob. */
    static boolean ignoresCiphertext(Structure input) {
        return input.flag("DryRun") && input.texts("DryRunModifiers").contains(IGNORE_CIPHERTEXT);
    }

    static CiphertextBlob blob(Structure input) {
        Bytes bytes = input.optionalBlob("CiphertextBlob").orElseThrow(() -> KmsFaults.missing("ciphertextBlob"));
        return CiphertextBlob.parse(bytes.toArray()).orElseThrow(KmsFaults::invalidCiphertext);
    }

    /** A key that the caller names must be the one that sealed the blob. */
    static Key.Existing confirmed(CiphertextBlob blob, Key.Existing named) {
        if (!named.facts().keyId().value().equals(blob.keyId())) {
            throw KmsFaults.incorrectKey();
        }
        return named;
    }

    private static Subject<Key.Existing> told(CiphertextBlob blob, Call call) {
        KeyId keyId = keyId(blob).orElseThrow(KmsFaults::invalidCiphertext);
        Access access = RequestedKeys.access(new KeyReference.ById(call.where(), keyId), call)
                .refusedAs((principal, denied) -> KmsFaults.unreachableKey());
        return Subject.later(() -> existing(keyId, call), access);
    }

    private static Key.Existing existing(KeyId keyId, Call call) {
        return switch (call.load(Key.TYPE, new Key.Id(call.where(), keyId))) {
            case Key.Existing existing -> existing;
            case Key.Absent _ -> throw KmsFaults.unreachableKey();
        };
    }

    private static Optional<KeyId> keyId(CiphertextBlob blob) {
        return KeyId.isValid(blob.keyId()) ? Optional.of(new KeyId(blob.keyId())) : Optional.empty();
    }
}
