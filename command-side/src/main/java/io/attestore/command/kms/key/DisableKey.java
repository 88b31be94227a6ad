package io.attestore.command.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.events.key.KeyDisabled;

/**
 * Lets a key be used no longer, until it is enabled again. A disabled key stays as it is, and nothing happened.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html">KMS: DisableKey</a>
 */
public final class DisableKey {

    private final RequestedKeys keys;

    public DisableKey(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "DisableKey")
                .writes()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .about(keys.managed("KeyId"))
                .handledBy(this::handle);
    }

    private Outcome handle(Key.Existing key, Structure input, Call call) {
        return switch (key) {
            case Key.Enabled(KeyFacts facts) ->
                Outcome.answered(Structure.EMPTY, new KeyDisabled(facts.where(), facts.keyId()));
            case Key.Disabled _ -> Outcome.answered(Structure.EMPTY);
        };
    }
}
