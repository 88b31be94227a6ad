package io.attestore.query.kms.key;

import static io.attestore.contract.document.Shape.blob;
import static io.attestore.contract.document.Shape.flag;
import static io.attestore.contract.document.Shape.secretBlob;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.Recording;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.Bytes;
import io.attestore.events.key.KeyUsed;
import io.attestore.query.kms.use.KeyUse;
import java.util.List;
import java.util.Map;

/**
 * Seals 1 to 4096 bytes under a key's current material.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html">KMS: Encrypt</a>
 */
public final class Encrypt {

    private static final String NAME = "Encrypt";

    private static final StructureShape INPUT = structure()
            .required("KeyId", KmsShapes.KEY_ID)
            .required("Plaintext", secretBlob(1, CiphertextBlob.PLAINTEXT_BYTES_MAX), Recording.OMITTED)
            .optional("EncryptionContext", KmsShapes.ENCRYPTION_CONTEXT)
            .optional("GrantTokens", KmsShapes.GRANT_TOKENS, Recording.OMITTED)
            .optional("EncryptionAlgorithm", KmsShapes.ENCRYPTION_ALGORITHM)
            .optional("DryRun", flag());

    private static final StructureShape OUTPUT = structure()
            .optional("CiphertextBlob", blob(1, CiphertextBlob.BYTES_MAX), Recording.OMITTED)
            .optional("KeyId", text())
            .optional("EncryptionAlgorithm", text());

    private final RequestedKeys keys;
    private final KeyCipher cipher;

    public Encrypt(RequestedKeys keys, KeyCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesNoSecret()
                .resources((input, where) -> RequestedKeys.resources(input.text("KeyId"), where))
                .input(INPUT)
                .output(OUTPUT)
                .recordedInput(KeyUse::withAlgorithm)
                .handledBy(this::handle);
    }

    private Outcome handle(Structure input, Call call) {
        Map<String, String> context = KeyUse.encryptionContext(input);
        KeyLookup.Found found = keys.find(call, "kms:" + NAME, input.text("KeyId"));
        KeyFacts facts = KeyUse.enabled(found.key());
        KeyUse.requireSymmetric(input);
        KeyUse.endDryRun(input);
        Bytes blob = cipher.encrypt(found, input.secret("Plaintext"), context);
        Structure output = Structure.builder()
                .put("CiphertextBlob", blob)
                .put("KeyId", facts.arn().value())
                .put("EncryptionAlgorithm", KmsShapes.SYMMETRIC_DEFAULT)
                .build();
        return Outcome.answered(output, new KeyUsed(facts.where(), facts.keyId(), NAME, List.of(context)))
                .after(found.births(), found.birthRows());
    }
}
