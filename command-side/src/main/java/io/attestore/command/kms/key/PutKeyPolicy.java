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
import io.attestore.entities.kms.key.KeyPolicy;

/**
 * Says anew who may do what with a key.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html">KMS: PutKeyPolicy</a>
 */
public final class PutKeyPolicy {

    private final RequestedKeys keys;

    public PutKeyPolicy(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "PutKeyPolicy")
                .writes()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .conditions(NewKeyPolicy::conditions)
                .about(keys.managed("KeyId"))
                .handledBy(this::put);
    }

    private Outcome put(Key.Existing key, Structure input, Call call) {
        KeyFacts facts = key.facts();
        if (!input.optionalText("PolicyName").orElse(KeyPolicy.NAME).equals(KeyPolicy.NAME)) {
            throw KmsFaults.noSuchPolicyName();
        }
        NewKeyPolicy policy = NewKeyPolicy.checked(
                input.text("Policy"), facts.arn(), input.flag("BypassPolicyLockoutSafetyCheck"), call);
        return Outcome.answered(Structure.EMPTY, policy.put(facts.where(), facts.keyId()));
    }
}
