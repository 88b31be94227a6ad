package io.attestore.policy.evaluation;

import io.attestore.events.call.Principal;
import io.attestore.policy.document.PrincipalElement.Match;
import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.Verdict.Allowed;
import io.attestore.policy.evaluation.Verdict.By;
import io.attestore.policy.evaluation.Verdict.ExplicitlyDenied;
import io.attestore.policy.evaluation.Verdict.NotAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What policies say to a request, by AWS's published logic. Pure; safe for many threads.
 *
 * <ol>
 *   <li>A statement anywhere that denies it decides.
 *   <li>In one account, the root user may do everything but what a resource's gate keeps from it.
 *   <li>In one account, a resource's policy allows whom it names: a user or session by itself without regard to what
 *       permissions boundaries and session policies do not allow, everybody else within them. Whom it names by the account
 *       alone, and whom it does not name, needs identity policies, within the boundary and the session policies.
 *   <li>A gate has to allow the principal or let in its account.
 *   <li>Across accounts both have to allow it: the resource's policy, and the principal's own policies.
 * </ol>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy
 *     evaluation logic</a>
 */
public final class Evaluator {

    private static final String ROOT = "the account's root user";

    private final Request request;
    private final String action;
    private final PolicySet own;
    private final ResourcePolicy resource;

    private Evaluator(Request request, PolicySet own, ResourcePolicy resource) {
        this.request = request;
        this.action = request.lowerCaseAction();
        this.own = own;
        this.resource = resource;
    }

    /**
     * @param own the policies of the principal that asks; the root of an account has none
     * @param resource the policy of what it asks for
     */
    public static Verdict evaluate(Request request, PolicySet own, ResourcePolicy resource) {
        return new Evaluator(request, own, resource).verdict();
    }

    /** What an allowing statement of a resource's policy says of the principal. */
    private record Named(Match match, Optional<By> by) {}

    private Verdict verdict() {
        Optional<By> denial = denial();
        if (denial.isPresent()) {
            return new ExplicitlyDenied(denial.get());
        }
        return request.ofOwnAccount() ? inOneAccount(named()) : acrossAccounts(named());
    }

    private Verdict inOneAccount(Named named) {
        boolean gated = resource.mode() == ResourcePolicy.Mode.GATE;
        if (gated && named.match() == Match.NONE) {
            return resource.grant()
                    .<Verdict>map(grant -> new Allowed(grant, Optional.empty()))
                    .orElseGet(() -> new NotAllowed(Gate.RESOURCE));
        }
        if (request.principal() instanceof Principal.Root) {
            return new Allowed(ROOT, Optional.empty());
        }
        return switch (named.match()) {
            case ITSELF -> allowed(named.by());
            case ROLE, EVERYONE -> limit().<Verdict>map(NotAllowed::new).orElseGet(() -> allowed(named.by()));
            case ACCOUNT, NONE -> ofIdentity();
        };
    }

    /** Whoever the account is let in for may have a grant instead of a policy. */
    private Verdict ofIdentity() {
        Verdict verdict = ofOwnPolicies();
        return verdict instanceof NotAllowed
                ? resource.grant()
                        .<Verdict>map(grant -> new Allowed(grant, Optional.empty()))
                        .orElse(verdict)
                : verdict;
    }

    private Verdict acrossAccounts(Named named) {
        if (named.match() == Match.NONE && resource.grant().isEmpty()) {
            return new NotAllowed(Gate.RESOURCE);
        }
        return request.principal() instanceof Principal.Root
                ? new Allowed(resource.grant().orElse(ROOT), named.by())
                : ofOwnPolicies();
    }

    /** Identity policies have to allow it, and whatever limits them. */
    private Verdict ofOwnPolicies() {
        Optional<By> allowing = allowing(Gate.IDENTITY, own.identity());
        if (allowing.isEmpty()) {
            return new NotAllowed(Gate.IDENTITY);
        }
        return limit().<Verdict>map(NotAllowed::new).orElseGet(() -> allowed(allowing));
    }

    /** The limit that does not allow it. */
    private Optional<Gate> limit() {
        if (own.boundary().isPresent()
                && allowing(Gate.BOUNDARY, List.of(own.boundary().get())).isEmpty()) {
            return Optional.of(Gate.BOUNDARY);
        }
        boolean within = own.session().isEmpty()
                || allowing(Gate.SESSION, own.session()).isPresent();
        return within ? Optional.empty() : Optional.of(Gate.SESSION);
    }

    private Optional<By> denial() {
        return first(Gate.IDENTITY, own.identity(), false)
                .or(() -> own.boundary().flatMap(policy -> first(Gate.BOUNDARY, policy, false)))
                .or(() -> first(Gate.SESSION, own.session(), false))
                .or(this::denialOfResource);
    }

    private Optional<By> denialOfResource() {
        if (resource.policy().isEmpty()) {
            return Optional.empty();
        }
        NamedPolicy policy = resource.policy().get();
        for (Statement statement : policy.document().statements()) {
            if (!statement.allows() && match(statement) != Match.NONE && applies(statement)) {
                return Optional.of(by(Gate.RESOURCE, policy, statement));
            }
        }
        return Optional.empty();
    }

    /** The statement that allows it and names the principal most closely. */
    private Named named() {
        Match closest = Match.NONE;
        Optional<By> by = Optional.empty();
        if (resource.policy().isPresent()) {
            NamedPolicy policy = resource.policy().get();
            for (Statement statement : policy.document().statements()) {
                if (statement.allows()) {
                    Match match = match(statement);
                    if (match.compareTo(closest) > 0 && applies(statement)) {
                        closest = match;
                        by = Optional.of(by(Gate.RESOURCE, policy, statement));
                    }
                }
            }
        }
        return new Named(closest, by);
    }

    private Match match(Statement statement) {
        Map<String, String> uniqueIds = resource.uniqueIds();
        return statement.match(request.principal(), uniqueIds);
    }

    private Optional<By> allowing(Gate gate, List<NamedPolicy> policies) {
        return first(gate, policies, true);
    }

    private Optional<By> first(Gate gate, List<NamedPolicy> policies, boolean allows) {
        for (NamedPolicy policy : policies) {
            Optional<By> found = first(gate, policy, allows);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<By> first(Gate gate, NamedPolicy policy, boolean allows) {
        for (Statement statement : policy.document().statements()) {
            if (statement.allows() == allows && applies(statement)) {
                return Optional.of(by(gate, policy, statement));
            }
        }
        return Optional.empty();
    }

    private boolean applies(Statement statement) {
        return statement.applies(action, request.resource(), request.values());
    }

    private static By by(Gate gate, NamedPolicy policy, Statement statement) {
        return new By(gate, policy.name(), policy.managed(), statement.name());
    }

    private static Verdict allowed(Optional<By> by) {
        return new Allowed(by.map(By::words).orElse(""), by);
    }
}
