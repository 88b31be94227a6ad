package io.attestore.command.ssm.tag;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.TagConditions;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.tag.ParameterTags;
import io.attestore.entities.ssm.tag.TagFaults;
import io.attestore.entities.ssm.tag.TaggedResource;
import io.attestore.events.Event;
import io.attestore.events.parameter.ParameterTagged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AddTagsToResource: puts tags on a parameter; a key that it has gets the new value. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html">AddTagsToResource</a>
 */
public final class AddTagsToResource {

    public Operation operation() {
        return Operation.of(AwsService.SSM, "AddTagsToResource")
                .writes()
                .disclosesNoSecret()
                .input(TaggedResource::limited)
                .conditions(TagConditions.put("Tags", "Key", "Value"))
                .needing(TaggedResource::needs)
                .handledBy(this::add);
    }

    private Outcome add(Structure input, Call call) {
        Map<String, String> tags = ParameterTags.read(input.structures("Tags"));
        Parameter.Present parameter = TaggedResource.of(input, call);
        Map<String, String> all = new HashMap<>(parameter.tags());
        all.putAll(tags);
        if (all.size() > ParameterTags.TAGS_MAX) {
            throw TagFaults.tooManyTags();
        }
        List<Event> events = all.equals(parameter.tags())
                ? List.of()
                : List.of(new ParameterTagged(call.where(), parameter.name(), tags));
        return Outcome.answered(Structure.EMPTY, events, List.of());
    }
}
