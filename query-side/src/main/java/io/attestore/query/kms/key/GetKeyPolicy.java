package io.attestore.query.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyPolicy;

/**
 * Tells who may do what with a key.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html">KMS: GetKeyPolicy</a>
 */
public final class GetKeyPolicy {

    private final RequestedKeys keys;

    public GetKeyPolicy(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "GetKeyPolicy")
                .reads()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .about(keys.own("KeyId"))
                .handledBy(GetKeyPolicy::get);
    }

    private static Outcome get(Key.Existing key, Structure input, Call call) {
        if (!input.optionalText("PolicyName").orElse(KeyPolicy.NAME).equals(KeyPolicy.NAME)) {
            throw KmsFaults.noSuchPolicyName();
        }
        return Outcome.answered(Structure.builder()
                .put("Policy", key.facts().policy().text())
                .put("PolicyName", KeyPolicy.NAME)
                .build());
    }
}
