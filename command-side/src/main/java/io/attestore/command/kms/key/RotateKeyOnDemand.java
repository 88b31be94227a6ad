package io.attestore.command.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import java.util.List;

/**
 * Gives a customer managed key new material at once, at most {@value #ROTATIONS_MAX} times in its life. AWS managed keys
 * are rotated by their service alone. What older material sealed still opens.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html">KMS: RotateKeyOnDemand</a>
 */
public final class RotateKeyOnDemand {

    static final int ROTATIONS_MAX = 25;

    private final RequestedKeys keys;
    private final KeyVault vault;

    public RotateKeyOnDemand(RequestedKeys keys, KeyVault vault) {
        this.keys = keys;
        this.vault = vault;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "RotateKeyOnDemand")
                .writes()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .about(keys.managed("KeyId"))
                .handledBy(this::handle);
    }

    private Outcome handle(Key.Existing key, Structure input, Call call) {
        return switch (key) {
            case Key.Enabled(KeyFacts facts) -> rotated(facts);
            case Key.Disabled(KeyFacts facts) -> throw KmsFaults.disabled(facts.arn());
        };
    }

    private Outcome rotated(KeyFacts facts) {
        if (facts.rotationsOnDemand() >= ROTATIONS_MAX) {
            throw KmsFaults.tooManyRotations(facts.arn());
        }
        KeyVault.NewMaterial next = vault.newMaterial(facts.where(), facts.keyId());
        KeyMaterialRotated event = new KeyMaterialRotated(
                facts.where(), facts.keyId(), facts.currentMaterialId(), next.id(), RotationType.ON_DEMAND);
        Structure output = Structure.builder().put("KeyId", facts.arn().value()).build();
        return Outcome.answered(output, List.of(event), List.of(next.row()));
    }
}
