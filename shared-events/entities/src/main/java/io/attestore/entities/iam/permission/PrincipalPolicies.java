package io.attestore.entities.iam.permission;

import io.attestore.contract.state.Entities;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.policy.HeldPolicies;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.user.User;
import io.attestore.events.call.Principal;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamId;
import io.attestore.policy.document.PolicyDocument;
import io.attestore.policy.document.PolicyKind;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicySet;
import io.attestore.policy.evaluation.PolicySource;
import io.attestore.policy.evaluation.ResourcePolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * The policies of a principal, as the states have them: what is loaded to find them is what a decision depends on. A policy
 * that is attached but not there, which cannot be, allows nothing.
 */
public final class PrincipalPolicies {

    private static final PolicySet NO_POLICIES = PolicySet.ofIdentity(List.of());

    private PrincipalPolicies() {}

    public static PolicySet of(Principal principal, Entities entities) {
        return switch (principal) {
            case Principal.Root _, Principal.Service _ -> NO_POLICIES;
            case Principal.IamUser user -> ofUser(entities.load(User.TYPE, new IamId(user.userId())), entities);
            case Principal.RoleSession session ->
                entities.load(Role.TYPE, new IamId(session.role().principalId())) instanceof Role.Existing role
                        ? set(List.of(role), role.policies(), entities)
                        : NO_POLICIES;
            case Principal.FederatedUser _ -> NO_POLICIES;
        };
    }

    /** Of a user with those of the groups that it is in, of a role, or of a group. */
    public static PolicySet of(PolicyHolder holder, Entities entities) {
        return holder instanceof User.Existing user
                ? ofUser(user, entities)
                : set(List.of(holder), holder.policies(), entities);
    }

    private static PolicySet ofUser(User user, Entities entities) {
        if (!(user instanceof User.Existing existing)) {
            return NO_POLICIES;
        }
        List<PolicyHolder> holders = new ArrayList<>(1 + existing.groups().size());
        holders.add(existing);
        for (String group : existing.groups()) {
            if (entities.load(Group.TYPE, new IamId(group)) instanceof Group.Existing there) {
                holders.add(there);
            }
        }
        return set(holders, existing.policies(), entities);
    }

    private static PolicySet set(List<? extends PolicyHolder> holders, HeldPolicies limited, Entities entities) {
        List<AttachedPolicy> identity = new ArrayList<>();
        for (PolicyHolder holder : holders) {
            add(identity, holder, entities);
        }
        return new PolicySet(
                identity,
                limited.boundary().map(arn -> managed(arn, holders.getFirst(), entities)),
                List.of(),
                ResourcePolicy.NONE);
    }

    private static void add(List<AttachedPolicy> policies, PolicyHolder holder, Entities entities) {
        holder.policies()
                .inline()
                .forEach((name, policy) -> policies.add(new AttachedPolicy(
                        new PolicySource.Inline(holder.resource().arn().value(), name), policy.document())));
        for (Arn arn : holder.policies().attached().values()) {
            policies.add(managed(arn, holder, entities));
        }
    }

    private static AttachedPolicy managed(Arn arn, PolicyHolder holder, Entities entities) {
        return new AttachedPolicy(
                new PolicySource.Managed(arn),
                ManagedPolicies.find(arn, holder.resource().account(), entities)
                        .map(policy -> policy.document().document())
                        .orElseGet(() -> PolicyDocument.silent(PolicyKind.IDENTITY)));
    }
}
