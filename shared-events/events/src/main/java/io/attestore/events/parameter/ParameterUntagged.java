package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;
import java.util.Set;

/**
 * Tags were taken off a parameter.
 *
 * @param keys the keys of those that it had
 */
@StoredAs("ssm.ParameterUntagged")
public record ParameterUntagged(AccountRegion where, ParameterName name, List<String> keys)
        implements OneParameterEvent {

    public ParameterUntagged {
        keys = List.copyOf(keys);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)), Tags.parameterMarksOf(where));
    }
}
