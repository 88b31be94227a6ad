package io.attestore.command.kms.key;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.kms.KmsFaults;
import io.attestore.entities.kms.KmsShapes;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.events.key.KeyTagged;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts tags on a key, or other values to those that it has. Where nothing changes, nothing happened.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html">KMS: TagResource</a>
 */
public final class TagResource {

    private final RequestedKeys keys;

    public TagResource(RequestedKeys keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.KMS, "TagResource")
                .writes()
                .disclosesNoSecret()
                .input(model -> KmsShapes.ascii("KeyId")
                        .apply(model)
                        .changing("Tags", tags -> tags.limitedTo(KeyTags.SENT_MAX)))
                .conditions(TagConditions.put("Tags", "TagKey", "TagValue"))
                .about(keys.managed("KeyId"))
                .handledBy(this::tag);
    }

    private Outcome tag(Key.Existing key, Structure input, Call call) {
        Map<String, String> tags = KeyTags.checked(input.structures("Tags"));
        KeyFacts facts = key.facts();
        Map<String, String> all = new HashMap<>(facts.keyTags());
        all.putAll(tags);
        if (all.size() > KeyTags.TAGS_MAX) {
            throw KmsFaults.tooManyTags();
        }
        return all.equals(facts.keyTags())
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new KeyTagged(facts.where(), facts.keyId(), tags));
    }
}
