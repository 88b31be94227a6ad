package io.attestore.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.policy.document.Effect;
import io.attestore.policy.document.Statement;
import io.attestore.policy.evaluation.NaiveCase.Outcome;
import io.attestore.policy.evaluation.NaivePolicy.NaiveStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every request and all policies. */
class EvaluationPropertiesTest {

    private static final int TRIES = 1000;
    private static final NaiveStatement DENY_ALL =
            new NaiveStatement(false, List.of(), false, List.of("*"), false, List.of("*"), List.of());

    @Property(tries = TRIES)
    void anotherDenyNeverAllowsMore(@ForAll long seed, @ForAll long other) {
        NaiveCase plain = new NaiveCases(seed).next();
        NaiveStatement some = new NaiveCases(other)
                .next().boundary().stream()
                        .flatMap(policy -> policy.statements().stream())
                        .findFirst()
                        .orElse(DENY_ALL);
        NaiveStatement deny = new NaiveStatement(
                false,
                List.of(),
                some.notAction(),
                some.actions(),
                some.notResource(),
                some.resources(),
                some.conditions());
        NaiveCase stricter = withIdentity(plain, and(plain.identity(), deny));
        assertThat(isAllowed(stricter) && !isAllowed(plain)).isFalse();
        assertThat(withIdentity(plain, and(plain.identity(), DENY_ALL)).byTheModule())
                .isEqualTo(Outcome.DENIED_EXPLICITLY);
    }

    /** What denies are denials, what allows are allowances, and the one that decided is among them. */
    @Property(tries = TRIES)
    void anExplanationHasTheStatementThatDecided(@ForAll long seed) {
        Explanation explained = new NaiveCases(seed).next().explained();
        List<Statement> matched = explained.matched().stream()
                .map(match -> match.by().statement())
                .toList();
        switch (explained.verdict()) {
            case Verdict.Allowed(Verdict.Grounds.ByStatement by) ->
                assertThat(matched).contains(by.statement());
            case Verdict.ExplicitlyDenied denied ->
                assertThat(matched).contains(denied.by().statement());
            case Verdict.Allowed _, Verdict.ImplicitlyDenied _ -> {}
        }
        assertThat(matched)
                .allSatisfy(statement -> assertThat(statement.effect() == Effect.ALLOW)
                        .isEqualTo(explained.verdict().isAllowed()));
        explained
                .allowedByBoundary()
                .filter(allowed -> explained.verdict().isAllowed()
                        && explained.matched().stream().noneMatch(match -> match.gate() == Gate.RESOURCE))
                .ifPresent(allowed -> assertThat(allowed).isTrue());
    }

    @Property(tries = TRIES)
    void theOrderNeverMatters(@ForAll long seed) {
        NaiveCase plain = new NaiveCases(seed).next();
        Random random = new Random(seed);
        NaiveCase shuffled = new NaiveCase(
                plain.requester(),
                plain.across(),
                plain.action(),
                plain.resource(),
                plain.context(),
                shuffled(plain.identity(), random),
                plain.boundary().map(policy -> shuffled(List.of(policy), random).getFirst()),
                shuffled(plain.session(), random),
                plain.onResource()
                        .map(policy -> shuffled(List.of(policy), random).getFirst()),
                plain.gates());
        assertThat(shuffled.byTheModule()).isEqualTo(plain.byTheModule());
    }

    @Property(tries = TRIES)
    void aWiderResourceNeverTakesAnAllowanceAway(@ForAll long seed) {
        NaiveCase plain = new NaiveCases(seed).next();
        List<NaivePolicy> wider = plain.identity().stream()
                .map(policy -> new NaivePolicy(policy.statements().stream()
                        .map(each -> each.allows() ? withResource(each, List.of("*")) : each)
                        .toList()))
                .toList();
        assertThat(isAllowed(plain) && !isAllowed(withIdentity(plain, wider))).isFalse();
    }

    @Property(tries = TRIES)
    void aBoundaryOrSessionPolicyNeverAdds(@ForAll long seed) {
        NaiveCase limited = new NaiveCases(seed).next();
        assertThat(isAllowed(limited) && !isAllowed(withBoundary(limited, Optional.empty())))
                .isFalse();
        assertThat(isAllowed(limited) && !isAllowed(withSessionThatAllowsAll(limited)))
                .isFalse();
    }

    private static boolean isAllowed(NaiveCase one) {
        return one.byTheModule() == Outcome.ALLOWED;
    }

    private static NaiveStatement withResource(NaiveStatement one, List<String> resources) {
        return new NaiveStatement(
                one.allows(), one.principals(), one.notAction(), one.actions(), false, resources, one.conditions());
    }

    private static List<NaivePolicy> and(List<NaivePolicy> policies, NaiveStatement statement) {
        return Stream.concat(policies.stream(), Stream.of(new NaivePolicy(List.of(statement))))
                .toList();
    }

    private static NaiveCase withIdentity(NaiveCase one, List<NaivePolicy> identity) {
        return new NaiveCase(
                one.requester(),
                one.across(),
                one.action(),
                one.resource(),
                one.context(),
                identity,
                one.boundary(),
                one.session(),
                one.onResource(),
                one.gates());
    }

    private static NaiveCase withBoundary(NaiveCase one, Optional<NaivePolicy> boundary) {
        return new NaiveCase(
                one.requester(),
                one.across(),
                one.action(),
                one.resource(),
                one.context(),
                one.identity(),
                boundary,
                one.session(),
                one.onResource(),
                one.gates());
    }

    /** A session policy that allows everything, as if there were none. */
    private static NaiveCase withSessionThatAllowsAll(NaiveCase one) {
        NaiveStatement all = new NaiveStatement(true, List.of(), false, List.of("*"), false, List.of("*"), List.of());
        return new NaiveCase(
                one.requester(),
                one.across(),
                one.action(),
                one.resource(),
                one.context(),
                one.identity(),
                one.boundary(),
                List.of(new NaivePolicy(List.of(all))),
                one.onResource(),
                one.gates());
    }

    private static List<NaivePolicy> shuffled(List<NaivePolicy> policies, Random random) {
        List<NaivePolicy> shuffled = new ArrayList<>();
        policies.forEach(policy -> {
            List<NaiveStatement> statements = new ArrayList<>(policy.statements());
            Collections.shuffle(statements, random);
            shuffled.add(new NaivePolicy(statements));
        });
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
