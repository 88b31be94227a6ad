package io.attestore.entities.ssm.parameter;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import java.time.Instant;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which parameters of other accounts have a policy that names an account, in one Region: the read model behind the list
 * of what is shared. What a policy allows to whom, the {@link Parameter} itself knows.
 *
 * @param consumer the account that they are shared with
 * @param byArn in the order of their ARNs
 */
public record SharedParameters(AccountRegion consumer, PSortedMap<String, Entry> byArn) {

    public static final EntityType<AccountRegion, SharedParameters> TYPE = new EntityType<>(
            "shared parameters",
            Tags::sharedWith,
            consumer -> new SharedParameters(consumer, TreePMap.empty()),
            SharedParameters::evolve,
            shared -> 200 + 700L * shared.byArn.size());

    /**
     * One parameter.
     *
     * @param policyIds the policies that name the account
     */
    public record Entry(ParameterId id, PSet<String> policyIds) {}

    private static SharedParameters evolve(SharedParameters before, Event event, Instant at) {
        return switch (event) {
            case ParameterResourcePolicyPut put ->
                put.names(before.consumer.account())
                        ? before.with(ParameterId.of(put.where(), put.name()), put.policyId())
                        : before.without(ParameterId.of(put.where(), put.name()), put.policyId());
            case ParameterResourcePolicyDeleted deleted ->
                before.without(ParameterId.of(deleted.where(), deleted.name()), deleted.policyId());
            default -> before;
        };
    }

    private SharedParameters with(ParameterId id, String policyId) {
        String arn = id.arn().value();
        Entry entry = byArn.get(arn);
        PSet<String> policyIds = entry == null ? HashTreePSet.empty() : entry.policyIds;
        return new SharedParameters(consumer, byArn.plus(arn, new Entry(id, policyIds.plus(policyId))));
    }

    private SharedParameters without(ParameterId id, String policyId) {
        String arn = id.arn().value();
        Entry entry = byArn.get(arn);
        if (entry == null) {
            return this;
        }
        PSet<String> rest = entry.policyIds.minus(policyId);
        return new SharedParameters(consumer, rest.isEmpty() ? byArn.minus(arn) : byArn.plus(arn, new Entry(id, rest)));
    }
}
