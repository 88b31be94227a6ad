package io.attestore.command.kms.key.createkey;

import io.attestore.command.kms.key.KeyTags;
import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.kms.KeyMetadata;
import io.attestore.entities.kms.KmsFaults;
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
    private static final String TAG_ACTION = "kms:TagResource";

    private final KeyVault vault;

    public CreateKey(KeyVault vault) {
        this.vault = vault;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, NAME)
                .writes()
                .disclosesNoSecret()
                .input(model -> model.changing("KeyUsage", usage -> ((TextShape) usage).listing(KeyKind.KEY_USAGES)))
                .conditions(TagConditions.put("Tags", "TagKey", "TagValue").and(NewKeyConditions::of))
                .needing(CreateKey::needs)
                .handledBy(this::handle);
    }

    /** Tags are a change of their own, on a key that is about to be there. */
    private static List<Access> needs(Structure input, Call call) {
        Access creation = Access.toAny(call.action());
        return input.structures("Tags").isEmpty()
                ? List.of(creation)
                : List.of(creation, Access.to(TAG_ACTION, newKey(call).arn(call.where())));
    }

    private static KeyId newKey(Call call) {
        return NewKeyId.of(call.context().requestId(), call.where(), NAME);
    }

    private Outcome handle(Structure input, Call call) {
        KeyKind.requireOffered(input);
        Optional<String> policy = input.optionalText("Policy").map(KeyPolicyText::checked);
        Map<String, String> tags = KeyTags.checked(input.structures("Tags"));
        KeyId keyId = newKey(call);
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
        Structure metadata =
                KeyMetadata.of(Key.justCreated(created, call.context().at()));
        Structure output = Structure.builder().put("KeyMetadata", metadata).build();
        return Outcome.answered(output, List.of(created), List.of(material.row()));
    }
}
