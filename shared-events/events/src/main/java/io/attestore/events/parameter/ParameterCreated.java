package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import java.util.Set;

/** A parameter came to be; its first version follows in the same append. */
public record ParameterCreated(AccountRegion where, ParameterName name, ParameterType type) implements ParameterEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parametersOf(where));
    }
}
