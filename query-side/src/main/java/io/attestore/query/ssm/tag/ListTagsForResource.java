package io.attestore.query.ssm.tag;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.tag.ParameterTags;
import io.attestore.entities.ssm.tag.TaggedResource;
import java.util.List;

/**
 * ListTagsForResource: the tags of a parameter, in the order of their keys. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListTagsForResource.html">ListTagsForResource</a>
 */
public final class ListTagsForResource {

    public Operation operation() {
        return Operation.of(AwsService.SSM, "ListTagsForResource")
                .reads()
                .disclosesNoSecret()
                .input(TaggedResource::limited)
                .needing(TaggedResource::needs)
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        Structure output = Structure.builder()
                .putAll(
                        "TagList",
                        ParameterTags.write(TaggedResource.of(input, call).tags()))
                .build();
        return Outcome.answered(output, List.of(), List.of());
    }
}
