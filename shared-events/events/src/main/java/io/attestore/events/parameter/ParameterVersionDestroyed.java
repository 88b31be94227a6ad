package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.Set;

/** The receipt that a version can no longer be opened: its data key was destroyed in the same transaction. */
@StoredAs("ssm.ParameterVersionDestroyed")
public record ParameterVersionDestroyed(AccountRegion where, ParameterName name, long version, String dataKeyId)
        implements OneParameterEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)));
    }
}
