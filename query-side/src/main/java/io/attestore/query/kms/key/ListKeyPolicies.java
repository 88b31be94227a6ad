package io.attestore.query.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyPolicy;
import java.util.List;

/**
 * Lists the names of a key's policies: there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html">KMS: ListKeyPolicies</a>
 */
public final class ListKeyPolicies {

    private final RequestedKeys keys;

    public ListKeyPolicies(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "ListKeyPolicies")
                .reads()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .about(keys.own("KeyId"))
                .handledBy(ListKeyPolicies::list);
    }

    private static Outcome list(Key.Existing key, Structure input, Call call) {
        return Outcome.answered(Structure.builder()
                .putTexts("PolicyNames", List.of(KeyPolicy.NAME))
                .put("Truncated", false)
                .build());
    }
}
