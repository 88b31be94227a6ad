package io.attestore.query.kms.key.decrypt;

import static io.attestore.contract.document.Shape.blob;
import static io.attestore.contract.document.Shape.flag;
import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.oneOf;
import static io.attestore.contract.document.Shape.secretBlob;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
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
    static final String ACTION = "kms:" + NAME;

    private static final StructureShape INPUT = structure()
            .optional("CiphertextBlob", blob(1, CiphertextBlob.BYTES_MAX), Recording.OMITTED)
            .optional("EncryptionContext", KmsShapes.ENCRYPTION_CONTEXT)
            .optional("GrantTokens", KmsShapes.GRANT_TOKENS, Recording.OMITTED)
            .optional("KeyId", KmsShapes.KEY_ID)
            .optional("EncryptionAlgorithm", KmsShapes.ENCRYPTION_ALGORITHM)
            .optional("Recipient", structure(), Recording.OMITTED)
            .optional("DryRun", flag())
            .optional("DryRunModifiers", list(oneOf(SealingKey.IGNORE_CIPHERTEXT), 0, 1));

    private static final StructureShape OUTPUT = structure()
            .optional("KeyId", text())
            .optional("Plaintext", secretBlob(1, CiphertextBlob.PLAINTEXT_BYTES_MAX), Recording.OMITTED)
            .optional("EncryptionAlgorithm", text())
            .optional("KeyMaterialId", text());

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
                .resources(SealingKey::resources)
                .input(INPUT)
                .output(OUTPUT)
                .recordedInput(KeyUse::withAlgorithm)
                .handledBy(this::handle);
    }

    private Outcome handle(Structure input, Call call) {
        KeyUse.refuseRecipient(input);
        Map<String, String> context = KeyUse.encryptionContext(input);
        if (SealingKey.ignoresCiphertext(input)) {
            KeyUse.enabled(sealingKey.named(input, call));
            KeyUse.requireSymmetric(input);
            throw KmsFaults.dryRun();
        }
        CiphertextBlob blob = SealingKey.blob(input);
        KeyFacts facts = KeyUse.enabled(sealingKey.of(blob, input, call));
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
