package io.attestore.command.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.events.key.KeyUntagged;
import java.util.List;

/**
 * Takes tags off a key. What it does not have is passed over.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html">KMS: UntagResource</a>
 */
public final class UntagResource {

    private final RequestedKeys keys;

    public UntagResource(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "UntagResource")
                .writes()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId")
                        .apply(model)
                        .changing("TagKeys", tagKeys -> tagKeys.limitedTo(KeyTags.SENT_MAX)))
                .conditions(TagConditions.removed("TagKeys"))
                .about(keys.managed("KeyId"))
                .handledBy(this::untag);
    }

    private Outcome untag(Key.Existing key, Structure input, Call call) {
        KeyFacts facts = key.facts();
        List<String> had = input.texts("TagKeys").stream()
                .filter(facts.keyTags()::containsKey)
                .distinct()
                .toList();
        return had.isEmpty()
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new KeyUntagged(facts.where(), facts.keyId(), had));
    }
}
