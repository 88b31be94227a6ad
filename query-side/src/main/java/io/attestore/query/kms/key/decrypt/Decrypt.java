package io.attestore.query.kms.key.decrypt;

import static io.attestore.contract.document.Shape.blob;
import static io.attestore.contract.document.Shape.structure;

import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.KeyUseConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.GrantToken;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.events.key.KeyUsed;
import io.attestore.query.kms.use.KeyUse;
import java.util.List;
import java.util.Map;

/**
 * Opens a ciphertext blob with the key that the blob names, whichever generation of its material sealed it. A key that
 * the caller names must be that key.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html">KMS: Decrypt</a>
 */
public final class Decrypt {

    static final String NAME = "Decrypt";

    private final SealingKey sealingKey;
    private final KeyCipher cipher;

    public Decrypt(RequestedKeys keys, KeyCipher cipher) {
        this.sealingKey = new SealingKey(keys);
        this.cipher = cipher;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesSecrets()
                .input(Decrypt::limited)
                .recordedInput(KeyUse::withAlgorithm)
                .conditions(KeyUseConditions::of)
                .about(sealingKey::of)
                .handledBy(this::handle);
    }

    /** There are no enclaves here, so a recipient is refused whatever it is. */
    private static StructureShape limited(StructureShape model) {
        return KmsShapes.ofUse(model)
                .changing("Recipient", _ -> structure())
                .changing("DryRunModifiers", modifiers -> modifiers.limitedTo(1))
                .omitting("CiphertextBlob", "Recipient");
    }

    private Outcome handle(Key.Existing key, Structure input, Call call) {
        KeyUse.refuseRecipient(input);
        GrantToken.requireValid(input);
        Map<String, String> context = KeyUse.encryptionContext(input);
        if (SealingKey.ignoresCiphertext(input)) {
            KeyUse.enabled(key);
            KeyUse.requireSymmetric(input);
            throw KmsFaults.dryRun();
        }
        CiphertextBlob blob = SealingKey.blob(input);
        KeyFacts facts = KeyUse.enabled(SealingKey.confirmed(blob, key));
        KeyUse.requireSymmetric(input);
        SecretBytes plaintext = cipher.decrypt(facts, blob, context).orElseThrow(KmsFaults::invalidCiphertext);
        if (input.flag("DryRun")) {
            plaintext.close();
            throw KmsFaults.dryRun();
        }
        Structure output = Structure.builder()
                .put("KeyId", facts.arn().value())
                .put("Plaintext", new SecretBlob(plaintext))
                .put("EncryptionAlgorithm", KmsShapes.SYMMETRIC_DEFAULT)
                .put("KeyMaterialId", blob.materialId().value())
                .build();
        return Outcome.answered(output, new KeyUsed(facts.where(), facts.keyId(), NAME, List.of(context)));
    }
}
