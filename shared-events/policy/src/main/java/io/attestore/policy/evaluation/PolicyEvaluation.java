package io.attestore.policy.evaluation;

import io.attestore.policy.document.Reach;
import io.attestore.policy.evaluation.Verdict.Allowed;
import io.attestore.policy.evaluation.Verdict.ImplicitlyDenied;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.Requester;
import java.util.Optional;

/**
 * Decides a request by AWS's evaluation logic: an explicit deny anywhere comes first; then the resource's policy may allow by
 * itself, as far as it names the requester himself; else identity policies, permissions boundary and session policies must
 * all allow; and across accounts both sides must.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">
 *     IAM: Policy evaluation logic</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">
 *     IAM: Cross-account policy evaluation logic</a>
 */
public final class PolicyEvaluation {

    private final AccessRequest request;
    private final PolicySet policies;
    private final IdentitySide identity;

    private PolicyEvaluation(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.policies = policies;
        this.identity = new IdentitySide(request, policies);
    }

    public static Verdict decide(AccessRequest request, PolicySet policies) {
        Optional<Verdict> denied = ExplicitDenies.first(request, policies);
        return denied.isPresent() ? denied.get() : new PolicyEvaluation(request, policies).withoutDenies();
    }

    /** Grants are asked for last, since they only add: most requests do not depend on them. */
    private Verdict withoutDenies() {
        ResourceSide stated = ResourceSide.of(request, policies.resource());
        Verdict verdict = verdict(stated);
        if (verdict.isAllowed() || !(policies.resource() instanceof ResourcePolicy.Gates gates)) {
            return verdict;
        }
        Optional<Grants.Grant> grant = gates.grants().allowing();
        return grant.isPresent() ? verdict(stated.orGranted(grant.get())) : verdict;
    }

    private Verdict verdict(ResourceSide resource) {
        if (!(request.requester() instanceof Requester.InAccount)) {
            return resource.reach() == Reach.DIRECT ? new Allowed(resource.grounds()) : implicitly(resourceGate());
        }
        return request.isWithinAccount() ? within(resource) : across(resource);
    }

    private Verdict within(ResourceSide resource) {
        return switch (resource.reach()) {
            case DIRECT -> new Allowed(resource.grounds());
            case ISSUER -> identity.limited(resource.grounds());
            case ACCOUNT -> identity.verdict();
            case NONE ->
                policies.resource() instanceof ResourcePolicy.Adds ? identity.verdict() : implicitly(resourceGate());
        };
    }

    private Verdict across(ResourceSide resource) {
        Verdict own = identity.verdict();
        if (!own.isAllowed()) {
            return own;
        }
        return resource.reach() == Reach.NONE ? implicitly(resourceGate()) : new Allowed(resource.grounds());
    }

    private Gate resourceGate() {
        return policies.resource() instanceof ResourcePolicy.Trusts ? Gate.TRUST : Gate.RESOURCE;
    }

    private static Verdict implicitly(Gate gate) {
        return new ImplicitlyDenied(gate);
    }
}
