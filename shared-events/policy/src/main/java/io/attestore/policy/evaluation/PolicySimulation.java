package io.attestore.policy.evaluation;

import io.attestore.policy.document.Reach;
import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.Explanation.Match;
import io.attestore.policy.evaluation.Explanation.Sides;
import io.attestore.policy.evaluation.Verdict.ExplicitlyDenied;
import io.attestore.policy.evaluation.Verdict.Grounds.ByStatement;
import io.attestore.policy.evaluation.Verdict.ImplicitlyDenied;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.Requester;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Explains decisions. The verdict is that of {@link PolicyEvaluation}, which knows nothing of this: where it ends with
 * the first statement that decides, here all are looked at.
 */
public final class PolicySimulation {

    private final AccessRequest request;
    private final PolicySet policies;

    private PolicySimulation(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.policies = policies;
    }

    public static Explanation explain(AccessRequest request, PolicySet policies) {
        return new PolicySimulation(request, policies).explain();
    }

    private Explanation explain() {
        Verdict verdict = PolicyEvaluation.decide(request, policies);
        return new Explanation(
                verdict,
                matched(verdict),
                policies.boundary().map(this::allowsByItself),
                acrossAccounts(),
                missingKeys());
    }

    private List<Match> matched(Verdict verdict) {
        return switch (verdict) {
            case ExplicitlyDenied _ -> matching(this::denies);
            case ImplicitlyDenied _ -> List.of();
            case Verdict.Allowed _ -> matching(this::allows);
        };
    }

    private List<Match> matching(Predicate<Match> wanted) {
        List<Match> matches = new ArrayList<>();
        eachStatement((gate, by) -> {
            Match match = new Match(gate, by);
            if (wanted.test(match)) {
                matches.add(match);
            }
        });
        return matches;
    }

    private boolean denies(Match match) {
        return match.by().statement().denies(request, policies.boundary().isPresent());
    }

    /** A boundary or session policy allows nothing: it limits what others allow. */
    private boolean allows(Match match) {
        Statement statement = match.by().statement();
        return switch (match.gate()) {
            case IDENTITY -> statement.allowsAnybody(request);
            case RESOURCE, TRUST -> statement.reach(request) != Reach.NONE && statement.allowsAnybody(request);
            case BOUNDARY, SESSION -> false;
        };
    }

    private boolean allowsByItself(AttachedPolicy boundary) {
        List<Statement> statements = boundary.document().statements();
        return statements.stream().noneMatch(each -> each.denies(request, true))
                && statements.stream().anyMatch(each -> each.allowsAnybody(request));
    }

    private Optional<Sides> acrossAccounts() {
        return policies.resource()
                .policy()
                .filter(_ -> !request.isWithinAccount())
                .flatMap(policy -> ownAccount().map(own -> new Sides(own, resourceSide(policy))));
    }

    /** What the requester's own account says, as if the resource were its own and had no policy. */
    private Optional<Verdict> ownAccount() {
        return request.requester() instanceof Requester.InAccount member
                ? Optional.of(PolicyEvaluation.decide(
                        new AccessRequest(
                                member, request.action(), request.resource(), member.account(), request.conditions()),
                        policies.with(ResourcePolicy.NONE)))
                : Optional.empty();
    }

    private Verdict resourceSide(AttachedPolicy policy) {
        Gate gate = resourceGate();
        boolean hasBoundary = policies.boundary().isPresent();
        for (Statement statement : policy.document().statements()) {
            if (statement.denies(request, hasBoundary)) {
                return new ExplicitlyDenied(gate, new ByStatement(policy, statement));
            }
        }
        ResourceSide side = ResourceSide.of(request, policies.resource());
        return side.reach() == Reach.NONE ? new ImplicitlyDenied(gate) : new Verdict.Allowed(side.grounds());
    }

    private List<String> missingKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        eachStatement((_, by) ->
                by.statement().eachMissingKey(request, name -> keys.putIfAbsent(name.toLowerCase(Locale.ROOT), name)));
        return List.copyOf(keys.values());
    }

    private void eachStatement(BiConsumer<Gate, ByStatement> consumer) {
        policies.identity().forEach(policy -> eachStatement(Gate.IDENTITY, policy, consumer));
        policies.boundary().ifPresent(policy -> eachStatement(Gate.BOUNDARY, policy, consumer));
        policies.session().forEach(policy -> eachStatement(Gate.SESSION, policy, consumer));
        policies.resource().policy().ifPresent(policy -> eachStatement(resourceGate(), policy, consumer));
    }

    private static void eachStatement(Gate gate, AttachedPolicy policy, BiConsumer<Gate, ByStatement> consumer) {
        policy.document().statements().forEach(each -> consumer.accept(gate, new ByStatement(policy, each)));
    }

    private Gate resourceGate() {
        return policies.resource() instanceof ResourcePolicy.Trusts ? Gate.TRUST : Gate.RESOURCE;
    }
}
