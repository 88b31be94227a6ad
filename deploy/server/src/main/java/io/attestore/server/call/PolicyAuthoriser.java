package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.entities.iam.permission.GlobalConditions;
import io.attestore.entities.iam.permission.PrincipalPolicies;
import io.attestore.events.call.DecidedBy;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.policy.document.Effect;
import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicyEvaluation;
import io.attestore.policy.evaluation.PolicySet;
import io.attestore.policy.evaluation.ResourcePolicy;
import io.attestore.policy.evaluation.Verdict;
import io.attestore.policy.evaluation.Verdict.Grounds;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.ActionName;
import io.attestore.policy.request.Requester;
import java.util.Optional;

/**
 * Decides by policies, as AWS does. What a decision is based on is loaded as the call's states, and so is part of the
 * append condition: a permission that was withdrawn meanwhile, on whichever node, never counts. A refusal is the same whether
 * the resource is there or not, so that nobody learns what others have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy
 *     evaluation logic</a>
 */
public final class PolicyAuthoriser implements Authoriser {

    /** A refusal's reason is the end of AWS's message. */
    @Override
    public Decision decide(Call call, Access access) {
        Principal principal = call.context().principal();
        ActionName action = ActionName.of(access.action());
        AccessRequest request = new AccessRequest(
                Requester.of(principal),
                action,
                access.resource(),
                owner(principal, access),
                new GlobalConditions(call, access));
        ResourcePolicy resource = access.policy()
                .map(policy -> policy.concerning(principal, access.action()))
                .orElse(ResourcePolicy.NONE);
        PolicySet policies = PrincipalPolicies.of(principal, call).with(resource);
        return switch (PolicyEvaluation.decide(request, policies)) {
            case Verdict.Allowed(Grounds by) -> new Decision.Allowed(recorded(by));
            case Verdict.ExplicitlyDenied denied -> new Decision.Denied(denied.reason(action), recorded(denied.by()));
            case Verdict.ImplicitlyDenied denied ->
                new Decision.Denied(
                        denied.reason(action),
                        Optional.of(new DecidedBy.Missing(denied.gate().kind())));
        };
    }

    private static Optional<DecidedBy> recorded(Grounds by) {
        return switch (by) {
            case Grounds.ByRoot _ -> Optional.empty();
            case Grounds.ByGrant(String id) -> Optional.of(new DecidedBy.Grant(id));
            case Grounds.ByStatement(AttachedPolicy policy, Statement statement) ->
                Optional.of(new DecidedBy.Statement(
                        statement.effect() == Effect.ALLOW, policy.source().label(), statement.label()));
        };
    }

    private static AccountId owner(Principal principal, Access access) {
        return access.arn()
                .map(Arn::account)
                .filter(AccountId::isValid)
                .map(AccountId::new)
                .orElse(principal.account());
    }
}
