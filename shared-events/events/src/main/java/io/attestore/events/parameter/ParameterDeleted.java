package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter was deleted. The receipt, too, unless it is retained: the data keys of its versions were destroyed in the
 * same transaction.
 *
 * @param destroyedDataKeyIds every key that can open none of its values any more; none while it is retained
 * @param type the parameter's type; empty in events of the time before it was recorded
 * @param retention until when it can be restored; empty if its values were destroyed at once
 */
@StoredAs("ssm.ParameterDeleted")
public record ParameterDeleted(
        AccountRegion where,
        ParameterName name,
        List<String> destroyedDataKeyIds,
        Optional<ParameterType> type,
        Optional<Retention> retention)
        implements OneParameterEvent {

    public ParameterDeleted {
        destroyedDataKeyIds = List.copyOf(destroyedDataKeyIds);
    }

    /** Deleted with its values, at once. */
    public ParameterDeleted(AccountRegion where, ParameterName name, List<String> destroyedDataKeyIds) {
        this(where, name, destroyedDataKeyIds, Optional.empty(), Optional.empty());
    }

    /**
     * The parameter's values outlive its deletion for a time.
     *
     * @param deletionId tells this deletion from others of the same name
     * @param until from then on it cannot be restored, and its data keys are destroyed
     */
    public record Retention(String deletionId, Instant until) {}

    @Override
    public Set<EventTag> tags() {
        return Set.of(
                Tags.parameter(ParameterId.of(where, name)), Tags.parametersOf(where), Tags.parameterMarksOf(where));
    }
}
