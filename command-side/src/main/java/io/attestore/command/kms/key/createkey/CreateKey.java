package io.attestore.command.kms.key.createkey;

import static io.attestore.contract.document.Shape.flag;
import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.oneOf;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KeyMetadata;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyDirectory;
import io.attestore.entities.kms.key.NewKeyId;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a customer managed symmetric key with material of its own, at most {@value #KEYS_MAX} in one account and Region.
 * Tags need {@code kms:TagResource} besides.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html">KMS: CreateKey</a>
 */
public final class CreateKey {

    /** KMS's quota of keys in one account and Region. */
    static final int KEYS_MAX = 100_000;

    private static final String NAME = "CreateKey";

    private static final StructureShape TAG =
            structure().required("TagKey", text(1, 128)).required("TagValue", text(0, 256));

    /** The service model bounds a policy in characters more generously than the quota of 32 KB does. */
    private static final StructureShape INPUT = structure()
            .optional("Policy", text(1, 131_072).matching("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"))
            .optional("Description", text(0, 8192))
            .optional("KeyUsage", oneOf(KeyKind.KEY_USAGES))
            .optional("CustomerMasterKeySpec", oneOf(KeyKind.CUSTOMER_MASTER_KEY_SPECS))
            .optional("KeySpec", oneOf(KeyKind.KEY_SPECS))
            .optional("Origin", oneOf("AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"))
            .optional("CustomKeyStoreId", text(1, 64))
            .optional("BypassPolicyLockoutSafetyCheck", flag())
            .optional("Tags", list(TAG, 0, Integer.MAX_VALUE))
            .optional("MultiRegion", flag())
            .optional("XksKeyId", text(1, 128).matching("^[a-zA-Z0-9-_.]+$"));

    private final KeyVault vault;

    public CreateKey(KeyVault vault) {
        this.vault = vault;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .writes()
                .disclosesNoSecret()
                .resources(Operation.ANY_RESOURCE)
                .input(INPUT)
                .output(structure().optional("KeyMetadata", KeyMetadata.SHAPE))
                .handledBy(this::handle);
    }

    private Outcome handle(Structure input, Call call) {
        KeyKind.requireOffered(input);
        Optional<String> policy = input.optionalText("Policy").map(KeyPolicyText::checked);
        Map<String, String> tags = KeyTags.checked(input.structures("Tags"));
        KeyId keyId = NewKeyId.of(call.context().requestId(), call.where(), NAME);
        if (!tags.isEmpty()) {
            RequestedKeys.authorize(call, "kms:TagResource", keyId.arn(call.where()));
        }
        if (call.load(KeyDirectory.TYPE, call.where()).keys().size() >= KEYS_MAX) {
            throw KmsFaults.tooManyKeys(KEYS_MAX);
        }
        KeyVault.NewMaterial material = vault.newMaterial(call.where(), keyId);
        KeyCreated created = new KeyCreated(
                call.where(),
                keyId,
                material.id(),
                KeyManager.CUSTOMER,
                input.optionalText("Description").orElse(""),
                tags,
                policy);
        Structure metadata = KeyMetadata.of(Key.newborn(created, call.context().at()));
        Structure output = Structure.builder().put("KeyMetadata", metadata).build();
        return Outcome.answered(output, List.of(created), List.of(material.row()));
    }
}
