package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.entities.iam.permission.GlobalConditions;
import io.attestore.entities.iam.permission.PrincipalPolicies;
import io.attestore.entities.lock.Lock;
import io.attestore.entities.lock.Locks;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides by policies, as AWS does, and by locks, which beat them. The caller's policies are gathered once. A refusal is the
 * same whether the resource is there or not, so that nobody learns what others have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy
 *     evaluation logic</a>
 */
final class PolicyPermissions implements Permissions {

    /** The end of AWS's message; which lock, and why, is not for callers. */
    private static final String LOCKED = "with an explicit deny in a lock";

    private final Call call;
    private final Function<String, ActionName> actions;
    private final Principal principal;
    private @Nullable PolicySet policies;
    private @Nullable Locks locks;

    /** @param actions makes the names that policies compare */
    PolicyPermissions(Call call, Function<String, ActionName> actions) {
        this.call = call;
        this.actions = actions;
        this.principal = call.context().principal();
    }

    @Override
    public Optional<Denied> lockOnCaller() {
        return ownLocks().onCaller(call.context()).map(lock -> denied(Optional.of(lock)));
    }

    @Override
    public Optional<Denied> lockOn(Arn resource) {
        return lock(resource.value(), owner(Optional.of(resource)));
    }

    @Override
    public Decision decide(Access access) {
        AccountId owner = owner(access.arn());
        Optional<Denied> locked = lock(access.resource(), owner);
        return locked.isPresent() ? locked.get() : decideByPolicies(access, owner);
    }

    private Decision decideByPolicies(Access access, AccountId owner) {
        ActionName action = actions.apply(access.action());
        AccessRequest request = new AccessRequest(
                Requester.of(principal), action, access.resource(), owner, new GlobalConditions(call, access));
        ResourcePolicy resource = access.policy()
                .map(policy -> policy.concerning(principal, access))
                .orElse(ResourcePolicy.NONE);
        return switch (PolicyEvaluation.decide(request, policies().with(resource))) {
            case Verdict.Allowed(Grounds by) -> new Decision.Allowed(recorded(by, resource, owner));
            case Verdict.ExplicitlyDenied denied ->
                new Denied(denied.reason(action), recorded(denied.by(), resource, owner));
            case Verdict.ImplicitlyDenied denied ->
                new Denied(
                        denied.reason(action),
                        Optional.of(new DecidedBy.Missing(denied.gate().kind())));
        };
    }

    /** What another account says of its resources is not in the records of the caller's. */
    private Optional<DecidedBy> recorded(Grounds by, ResourcePolicy resource, AccountId owner) {
        boolean isOthers = !owner.equals(principal.account());
        return switch (by) {
            case Grounds.ByRoot _ -> Optional.empty();
            case Grounds.ByGrant(String id) -> isOthers ? Optional.empty() : Optional.of(new DecidedBy.Grant(id));
            case Grounds.ByStatement(AttachedPolicy policy, Statement _)
            when isOthers && resource.policy().filter(policy::equals).isPresent() -> Optional.empty();
            case Grounds.ByStatement(AttachedPolicy policy, Statement statement) ->
                Optional.of(new DecidedBy.Statement(
                        statement.effect() == Effect.ALLOW, policy.source().label(), statement.label()));
        };
    }

    private PolicySet policies() {
        PolicySet known = policies;
        if (known == null) {
            known = PrincipalPolicies.of(principal, call);
            policies = known;
        }
        return known;
    }

    private Locks ownLocks() {
        Locks known = locks;
        if (known == null) {
            known = call.load(Locks.TYPE, principal.account());
            locks = known;
        }
        return known;
    }

    /** Those of the account that owns the resource count, too: it may have locked it, or this caller. */
    private Optional<Denied> lock(String resource, AccountId owner) {
        Optional<Lock> own = ownLocks().onResource(resource, call.context().at());
        if (own.isPresent() || owner.equals(principal.account())) {
            return own.map(lock -> denied(Optional.of(lock)));
        }
        Locks theirs = call.load(Locks.TYPE, owner);
        return theirs.onCaller(call.context())
                .or(() -> theirs.onResource(resource, call.context().at()))
                .map(_ -> denied(Optional.empty()));
    }

    /** @param recorded empty for a lock of another account's */
    private static Denied denied(Optional<Lock> recorded) {
        return new Denied(LOCKED, recorded.map(lock -> new DecidedBy.Lock(lock.name())));
    }

    private AccountId owner(Optional<Arn> resource) {
        return resource.map(Arn::account)
                .filter(AccountId::isValid)
                .map(AccountId::new)
                .orElse(principal.account());
    }
}
