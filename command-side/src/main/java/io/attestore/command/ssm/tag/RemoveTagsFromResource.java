package io.attestore.command.ssm.tag;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.tag.TaggedResource;
import io.attestore.events.Event;
import io.attestore.events.parameter.ParameterUntagged;
import java.util.List;

/**
 * RemoveTagsFromResource: takes tags off a parameter. Keys that it does not have are passed over. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RemoveTagsFromResource.html">RemoveTagsFromResource</a>
 */
public final class RemoveTagsFromResource {

    /** As many keys as one request can add. */
    private static final int KEYS_MAX = 1000;

    public Operation operation() {
        return Operation.of(AwsService.SSM, "RemoveTagsFromResource")
                .writes()
                .disclosesNoSecret()
                .input(model -> TaggedResource.limited(model).changing("TagKeys", keys -> keys.limitedTo(KEYS_MAX)))
                .conditions(TagConditions.removed("TagKeys"))
                .needing(TaggedResource::needs)
                .handledBy(this::remove);
    }

    private Outcome remove(Structure input, Call call) {
        Parameter.Present parameter = TaggedResource.of(input, call);
        List<String> keys = input.texts("TagKeys").stream()
                .filter(parameter.tags()::containsKey)
                .distinct()
                .toList();
        List<Event> events =
                keys.isEmpty() ? List.of() : List.of(new ParameterUntagged(call.where(), parameter.name(), keys));
        return Outcome.answered(Structure.EMPTY, events, List.of());
    }
}
