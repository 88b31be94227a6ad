package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import java.util.Set;

/** A parameter joined the advanced tier, when it was created or later; it stays there as long as it exists. */
@StoredAs("ssm.ParameterMadeAdvanced")
public record ParameterMadeAdvanced(AccountRegion where, ParameterName name) implements OneParameterEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parametersOf(where));
    }
}
