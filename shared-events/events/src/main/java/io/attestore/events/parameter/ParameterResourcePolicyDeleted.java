package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import java.util.List;
import java.util.Set;

/**
 * A resource policy was taken off a parameter, or went with it: what it allowed is allowed no more.
 *
 * @param formerConsumers the accounts that the policy named
 */
@StoredAs("ssm.ParameterResourcePolicyDeleted")
public record ParameterResourcePolicyDeleted(
        AccountRegion where, ParameterName name, String policyId, List<AccountId> formerConsumers)
        implements OneParameterEvent {

    public ParameterResourcePolicyDeleted {
        formerConsumers = List.copyOf(formerConsumers);
    }

    @Override
    public Set<EventTag> tags() {
        return Tags.ofSharing(ParameterId.of(where, name), formerConsumers);
    }
}
