package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.Map;
import java.util.Set;

/**
 * Tags were put on a parameter, when it was created or later. A key that it has already gets the new value; its other
 * tags stay.
 *
 * @param parameterTags the tags of the resource (owner, cost centre, …), not of this event
 */
@StoredAs("ssm.ParameterTagged")
public record ParameterTagged(AccountRegion where, ParameterName name, Map<String, String> parameterTags)
        implements OneParameterEvent {

    public ParameterTagged {
        parameterTags = Map.copyOf(parameterTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)), Tags.parameterMarksOf(where));
    }
}
