package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;
import java.util.Set;

/** A parameter was deleted. The receipt: the data keys of its versions were destroyed in the same transaction. */
public record ParameterDeleted(AccountRegion where, ParameterName name, List<String> destroyedDataKeyIds)
        implements ParameterEvent {

    public ParameterDeleted {
        destroyedDataKeyIds = List.copyOf(destroyedDataKeyIds);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(
                Tags.parameter(ParameterId.of(where, name)), Tags.parametersOf(where), Tags.parameterMarksOf(where));
    }
}
