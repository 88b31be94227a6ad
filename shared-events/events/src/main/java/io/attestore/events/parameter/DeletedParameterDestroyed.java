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
 * The receipt that a parameter which had been deleted and retained cannot be restored any more: the data keys of its
 * versions were destroyed in the same transaction.
 *
 * @param deletionId the deletion that it ends
 */
@StoredAs("ssm.DeletedParameterDestroyed")
public record DeletedParameterDestroyed(
        AccountRegion where, ParameterName name, String deletionId, List<String> destroyedDataKeyIds)
        implements OneParameterEvent {

    public DeletedParameterDestroyed {
        destroyedDataKeyIds = List.copyOf(destroyedDataKeyIds);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)), Tags.parametersOf(where));
    }
}
