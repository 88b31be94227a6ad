package io.attestore.query.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyPolicy;
import io.attestore.query.kms.page.Markers;
import java.util.List;

/**
 * Lists the names of a key's policies: there is one.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html">KMS: ListKeyPolicies</a>
 */
public final class ListKeyPolicies {

    private final RequestedKeys keys;
    private final Markers markers;

    public ListKeyPolicies(RequestedKeys keys, PageTokens tokens) {
        this.keys = keys;
        this.markers = new Markers(tokens, "ListKeyPolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "ListKeyPolicies")
                .reads()
                .disclosesNoSecret()
                .input(KmsShapes.ascii("KeyId"))
                .about(keys.own("KeyId"))
                .handledBy(this::list);
    }

    private Outcome list(Key.Existing key, Structure input, Call call) {
        List<String> names = markers.after(input, call).isEmpty() ? List.of(KeyPolicy.NAME) : List.of();
        return Outcome.answered(Structure.builder()
                .putTexts("PolicyNames", names)
                .put("Truncated", false)
                .build());
    }
}
