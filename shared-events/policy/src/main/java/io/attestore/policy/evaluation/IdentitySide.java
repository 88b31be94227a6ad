package io.attestore.policy.evaluation;

import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.Verdict.Allowed;
import io.attestore.policy.evaluation.Verdict.Grounds;
import io.attestore.policy.evaluation.Verdict.ImplicitlyDenied;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.Requester;
import java.util.List;
import java.util.Optional;

/** What the requester's own account says: identity policies within the permissions boundary and session policies. */
final class IdentitySide {

    private static final Optional<Grounds> ROOT = Optional.of(new Grounds.ByRoot());

    private final AccessRequest request;
    private final PolicySet policies;

    IdentitySide(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.policies = policies;
    }

    /** Whether identity policies allow, and boundary and session policies do not limit. */
    Verdict verdict() {
        Optional<Grounds> grounds = isRoot() ? ROOT : allowing(policies.identity());
        return grounds.isPresent() ? limited(grounds.get()) : new ImplicitlyDenied(Gate.IDENTITY);
    }

    /** What is allowed on these grounds, within the boundary and the session policies. */
    Verdict limited(Grounds grounds) {
        if (policies.boundary().isPresent() && !allows(policies.boundary().get())) {
            return new ImplicitlyDenied(Gate.BOUNDARY);
        }
        boolean isSessionLimited = !policies.session().isEmpty() || isFederated();
        if (isSessionLimited && allowing(policies.session()).isEmpty()) {
            return new ImplicitlyDenied(Gate.SESSION);
        }
        return new Allowed(grounds);
    }

    /** A federated user's session was made from root or a user and has what that has, as far as session policies say. */
    private boolean isFederated() {
        return request.requester() instanceof Requester.InAccount member
                && switch (member.kind()) {
                    case FEDERATED_BY_USER, FEDERATED_BY_ROOT -> true;
                    case ROOT, USER, ROLE_SESSION -> false;
                };
    }

    private boolean isRoot() {
        return request.requester() instanceof Requester.InAccount member
                && switch (member.kind()) {
                    case ROOT, FEDERATED_BY_ROOT -> true;
                    case USER, ROLE_SESSION, FEDERATED_BY_USER -> false;
                };
    }

    private boolean allows(AttachedPolicy policy) {
        return allowing(policy).isPresent();
    }

    private Optional<Grounds> allowing(List<AttachedPolicy> several) {
        for (int i = 0; i < several.size(); i++) {
            Optional<Grounds> grounds = allowing(several.get(i));
            if (grounds.isPresent()) {
                return grounds;
            }
        }
        return Optional.empty();
    }

    private Optional<Grounds> allowing(AttachedPolicy policy) {
        List<Statement> statements = policy.document().statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).allowsAnybody(request)) {
                return Optional.of(new Grounds.ByStatement(policy, statements.get(i)));
            }
        }
        return Optional.empty();
    }
}
