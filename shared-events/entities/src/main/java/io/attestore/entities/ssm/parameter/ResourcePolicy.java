package io.attestore.entities.ssm.parameter;

import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import io.attestore.events.parameter.ResourcePolicyGrant;
import io.attestore.events.parameter.ResourcePolicyGrant.Consumer;
import java.util.List;

/**
 * One resource policy of a parameter. It only ever allows: what no policy allows is denied.
 *
 * @param hash of this version of the text
 */
public record ResourcePolicy(String id, String hash, String text, List<ResourcePolicyGrant> grants) {

    private static final int RECORD_BYTES = 400;
    private static final int CONSUMER_BYTES = 150;

    public ResourcePolicy {
        grants = List.copyOf(grants);
    }

    boolean permits(Principal caller, String action) {
        return grants.stream()
                .filter(grant -> grant.actions().contains(action))
                .flatMap(grant -> grant.consumers().stream())
                .anyMatch(consumer -> isOne(caller, consumer));
    }

    /** Every account that the policy names, or somebody in it, each once. */
    public List<AccountId> consumers() {
        return grants.stream()
                .flatMap(grant -> grant.consumers().stream())
                .map(Consumer::account)
                .distinct()
                .toList();
    }

    private static boolean isOne(Principal caller, Consumer consumer) {
        return consumer.account().equals(caller.account())
                && consumer.principal().map(caller.arn()::equals).orElse(true);
    }

    long weight() {
        long named =
                grants.stream().mapToLong(grant -> grant.consumers().size()).sum();
        return RECORD_BYTES + text.length() + CONSUMER_BYTES * named;
    }
}
