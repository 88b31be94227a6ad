package io.attestore.query.parameters.listtagsforresource;

import static io.attestore.door.document.Shape.structure;

import io.attestore.door.document.Structure;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.Call;
import io.attestore.door.operation.Operation;
import io.attestore.door.operation.Outcome;
import io.attestore.door.tagging.ParameterTags;
import io.attestore.door.tagging.TaggedResource;
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
                .resources(TaggedResource.RESOURCES)
                .input(TaggedResource.SHAPE)
                .output(structure().optional("TagList", ParameterTags.LIST))
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
