package io.attestore.policy.evaluation;

import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.Verdict.ExplicitlyDenied;
import io.attestore.policy.evaluation.Verdict.Grounds.ByStatement;
import io.attestore.policy.request.AccessRequest;
import java.util.List;
import java.util.Optional;

/** Looks for a statement that denies, in every policy. */
final class ExplicitDenies {

    private final AccessRequest request;
    private final boolean hasBoundary;

    private ExplicitDenies(AccessRequest request, boolean hasBoundary) {
        this.request = request;
        this.hasBoundary = hasBoundary;
    }

    static Optional<Verdict> first(AccessRequest request, PolicySet policies) {
        ExplicitDenies denies = new ExplicitDenies(request, policies.boundary().isPresent());
        Optional<Verdict> denied = denies.in(policies.identity(), Gate.IDENTITY);
        if (denied.isEmpty() && policies.boundary().isPresent()) {
            denied = denies.in(policies.boundary().get(), Gate.BOUNDARY);
        }
        if (denied.isEmpty()) {
            denied = denies.in(policies.session(), Gate.SESSION);
        }
        Optional<AttachedPolicy> resource = policies.resource().policy();
        if (denied.isEmpty() && resource.isPresent()) {
            boolean isTrust = policies.resource() instanceof ResourcePolicy.Trusts;
            denied = denies.in(resource.get(), isTrust ? Gate.TRUST : Gate.RESOURCE);
        }
        return denied;
    }

    private Optional<Verdict> in(List<AttachedPolicy> policies, Gate gate) {
        for (int i = 0; i < policies.size(); i++) {
            Optional<Verdict> denied = in(policies.get(i), gate);
            if (denied.isPresent()) {
                return denied;
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict> in(AttachedPolicy policy, Gate gate) {
        List<Statement> statements = policy.document().statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).denies(request, hasBoundary)) {
                return Optional.of(new ExplicitlyDenied(gate, new ByStatement(policy, statements.get(i))));
            }
        }
        return Optional.empty();
    }
}
