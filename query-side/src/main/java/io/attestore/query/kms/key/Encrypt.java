package io.attestore.query.kms.key;

import static io.attestore.contract.document.Shape.blob;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KeyUseConditions;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.GrantToken;
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
                .input(model -> KmsShapes.ofUse(model).omitting("Plaintext"))
                .recordedInput(KeyUse::withAlgorithm)
                .conditions(KeyUseConditions::of)
                .about(keys.usable("KeyId"))
                .handledBy(this::handle);
    }

    private Outcome handle(KeyLookup.Found found, Structure input, Call call) {
        GrantToken.requireValid(input);
        Map<String, String> context = KeyUse.encryptionContext(input);
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
                .after(found.creationEvents(), found.creationRows());
    }
}
