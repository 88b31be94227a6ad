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
import io.attestore.events.key.KeyEnabled;

/**
 * Lets a key be used again. A key that can be used stays as it is, and nothing happened.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html">KMS: EnableKey</a>
 */
public final class EnableKey {

    private final RequestedKeys keys;

    public EnableKey(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "EnableKey")
                .writes()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .about(keys.managed("KeyId"))
                .handledBy(this::handle);
    }

    private Outcome handle(Key.Existing key, Structure input, Call call) {
        return switch (key) {
            case Key.Enabled _ -> Outcome.answered(Structure.EMPTY);
            case Key.Disabled(KeyFacts facts) ->
                Outcome.answered(Structure.EMPTY, new KeyEnabled(facts.where(), facts.keyId()));
        };
    }
}
