package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterPoliciesPut.Policy;
import java.util.Set;

/**
 * A policy of a parameter has done what it is for: its notification is due, or the parameter has expired and is deleted
 * in the same append.
 *
 * @param version the newest one then
 */
@StoredAs("ssm.ParameterPolicyActed")
public record ParameterPolicyActed(
        AccountRegion where, ParameterName name, long version, ParameterType type, Policy policy)
        implements OneParameterEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.parameter(ParameterId.of(where, name)));
    }
}
