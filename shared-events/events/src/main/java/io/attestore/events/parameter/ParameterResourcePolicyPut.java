package io.attestore.events.parameter;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ResourcePolicyGrant.Consumer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A parameter was shared: a resource policy was attached to it, or replaced the one of the same id. What is shared with
 * an account changes with it, so the event carries the tags of all whom the policy names or named.
 *
 * @param policyHash of the text; tells one version of the policy from another
 * @param policy the text as it was sent
 * @param grants what the text was understood to allow
 * @param formerConsumers the accounts that the replaced policy named; none for a new one
 */
@StoredAs("ssm.ParameterResourcePolicyPut")
public record ParameterResourcePolicyPut(
        AccountRegion where,
        ParameterName name,
        String policyId,
        String policyHash,
        String policy,
        List<ResourcePolicyGrant> grants,
        List<AccountId> formerConsumers)
        implements OneParameterEvent {

    public ParameterResourcePolicyPut {
        grants = List.copyOf(grants);
        formerConsumers = List.copyOf(formerConsumers);
    }

    /** Whether the policy names an account or somebody in it. */
    public boolean names(AccountId account) {
        return grants.stream()
                .flatMap(grant -> grant.consumers().stream())
                .anyMatch(consumer -> consumer.account().equals(account));
    }

    @Override
    public Set<EventTag> tags() {
        Set<AccountId> accounts = new HashSet<>(formerConsumers);
        grants.forEach(
                grant -> grant.consumers().stream().map(Consumer::account).forEach(accounts::add));
        return Tags.ofSharing(ParameterId.of(where, name), accounts);
    }
}
