package io.attestore.query.kms.key;

import static io.attestore.contract.document.Shape.structure;

import io.attestore.contract.document.Document.SecretBlob;
import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.KeyUseConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.grant.GrantToken;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.events.Bytes;
import io.attestore.events.key.KeyUsed;
import io.attestore.query.kms.use.KeyUse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * Makes a data key for use outside KMS and gives it out twice: in clear, and sealed under a KMS key. Nothing of it is
 * kept.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html">KMS: GenerateDataKey</a>
 */
public final class GenerateDataKey {

    static final int BYTES_MAX = 1024;

    private static final String NAME = "GenerateDataKey";

    private final RequestedKeys keys;
    private final KeyCipher cipher;
    private final SecureRandom random;

    public GenerateDataKey(RequestedKeys keys, KeyCipher cipher, SecureRandom random) {
        this.keys = keys;
        this.cipher = cipher;
        this.random = random;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .reads()
                .disclosesSecrets()
                .input(GenerateDataKey::limited)
                .conditions(KeyUseConditions::ofDataKey)
                .about(keys.usable("KeyId"))
                .handledBy(this::handle);
    }

    /** There are no enclaves here, so a recipient is refused whatever it is. */
    private static StructureShape limited(StructureShape model) {
        return KmsShapes.ofUse(model).changing("Recipient", _ -> structure()).omitting("Recipient");
    }

    private Outcome handle(KeyLookup.Found found, Structure input, Call call) {
        KeyUse.refuseRecipient(input);
        GrantToken.requireValid(input);
        Map<String, String> context = KeyUse.encryptionContext(input);
        int length = length(input);
        KeyFacts facts = KeyUse.enabled(found.key());
        KeyUse.endDryRun(input);
        SecretBytes dataKey = SecretBytes.random(length, random);
        Structure output = Structure.builder()
                .put("CiphertextBlob", sealed(found, dataKey, context))
                .put("Plaintext", new SecretBlob(dataKey))
                .put("KeyId", facts.arn().value())
                .put("KeyMaterialId", facts.currentMaterialId().value())
                .build();
        return Outcome.answered(output, new KeyUsed(facts.where(), facts.keyId(), NAME, List.of(context)))
                .after(found.creationEvents(), found.creationRows());
    }

    /** The length that the input asks for, in one way of two. */
    private static int length(Structure input) {
        if (input.has("KeySpec") == input.has("NumberOfBytes")) {
            throw KmsFaults.dataKeyLength();
        }
        return input.optionalText("KeySpec")
                .map(keySpec -> keySpec.equals("AES_256") ? 32 : 16)
                .orElseGet(() -> input.whole("NumberOfBytes", 0));
    }

    /** Seals the data key, or wipes it: nobody else would. */
    private Bytes sealed(KeyLookup.Found found, SecretBytes dataKey, Map<String, String> context) {
        try {
            return cipher.encrypt(found, dataKey, context);
        } catch (RuntimeException failure) {
            dataKey.close();
            throw failure;
        }
    }
}
