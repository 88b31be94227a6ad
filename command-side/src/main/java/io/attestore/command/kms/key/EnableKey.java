package io.attestore.command.kms.key;

import static io.attestore.contract.document.Shape.structure;

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

    private static final String ACTION = "kms:EnableKey";

    private final RequestedKeys keys;

    public EnableKey(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "EnableKey")
                .writes()
                .disclosesNoSecret()
                .resources((input, where) -> RequestedKeys.resources(input.text("KeyId"), where))
                .input(structure().required("KeyId", KmsShapes.KEY_ID))
                .output(structure())
                .handledBy(this::handle);
    }

    private Outcome handle(Structure input, Call call) {
        return switch (keys.managed(call, ACTION, input.text("KeyId"))) {
            case Key.Enabled _ -> Outcome.answered(Structure.EMPTY);
            case Key.Disabled(KeyFacts facts) ->
                Outcome.answered(Structure.EMPTY, new KeyEnabled(facts.where(), facts.keyId()));
        };
    }
}
