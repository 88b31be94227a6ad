package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.Set;

/** A deleted parameter came back as it was, with its versions: the deletion that is named is undone. */
@StoredAs("ssm.ParameterRestored")
public record ParameterRestored(AccountRegion where, ParameterName name, ParameterType type, String deletionId)
        implements OneParameterEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)), Tags.parametersOf(where));
    }
}
