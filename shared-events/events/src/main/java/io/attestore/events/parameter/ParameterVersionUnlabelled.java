package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;
import java.util.Set;

/** Labels were taken off the version that had them. */
@StoredAs("ssm.ParameterVersionUnlabelled")
public record ParameterVersionUnlabelled(AccountRegion where, ParameterName name, long version, List<String> labels)
        implements OneParameterEvent {

    public ParameterVersionUnlabelled {
        labels = List.copyOf(labels);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)), Tags.parameterMarksOf(where));
    }
}
