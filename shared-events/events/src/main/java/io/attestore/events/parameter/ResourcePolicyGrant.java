package io.attestore.events.parameter;

import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import java.util.List;
import java.util.Optional;

/**
 * What one statement of a resource policy allows. Policies are read once, when they are put: what a policy grants never
 * depends on who reads its text again.
 *
 * @param actions in AWS's spelling, e.g. {@code ssm:GetParameter}
 */
public record ResourcePolicyGrant(List<Consumer> consumers, List<String> actions) {

    public ResourcePolicyGrant {
        consumers = List.copyOf(consumers);
        actions = List.copyOf(actions);
    }

    /**
     * Whom a statement names.
     *
     * @param principal a user or role; empty for the account as a whole
     */
    public record Consumer(AccountId account, Optional<Arn> principal) {}
}
