package io.attestore.policy.document;

import io.attestore.policy.condition.Condition;
import io.attestore.policy.request.AccessRequest;
import io.attestore.policy.request.RequestConditions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One statement of a document, compiled. What is cheapest to compare is compared first. Immutable. */
public final class Statement {

    private final Effect effect;
    private final Optional<String> sid;
    private final int index;
    private final Principals principals;
    private final Actions actions;
    private final Resources resources;
    private final Condition[] conditions;
    private final Position start;
    private final Position end;

    Statement(
            Heading heading, Principals principals, Actions actions, Resources resources, List<Condition> conditions) {
        this.effect = heading.effect;
        this.sid = heading.sid;
        this.index = heading.index;
        this.start = heading.start;
        this.end = heading.end;
        this.principals = principals;
        this.actions = actions;
        this.resources = resources;
        this.conditions = conditions.toArray(Condition[]::new);
    }

    /** What a statement is called and where it stands. */
    record Heading(Effect effect, Optional<String> sid, int index, Position start, Position end) {}

    public Effect effect() {
        return effect;
    }

    public Optional<String> sid() {
        return sid;
    }

    /** The place among the document's statements, from 0. */
    public int index() {
        return index;
    }

    /** Where the statement begins in the document's text: just behind its opening brace, as AWS counts. */
    public Position start() {
        return start;
    }

    /** Where the statement ends: just behind its closing brace. */
    public Position end() {
        return end;
    }

    /** The Sid, or where there is none the index in brackets: what a record shows. */
    public String label() {
        return sid.orElse("[" + index + "]");
    }

    /** How the statement names the requester, where it allows and otherwise matches. */
    public Reach reach(AccessRequest request) {
        return principals.allowReach(request.requester());
    }

    /** Whether the statement denies and matches. */
    public boolean denies(AccessRequest request, boolean hasBoundary) {
        return effect == Effect.DENY
                && matchesAction(request)
                && principals.areDenied(request.requester(), hasBoundary)
                && conditionsHold(request.conditions());
    }

    /** Whether the statement allows and matches, whomever it names. */
    public boolean allowsAnybody(AccessRequest request) {
        return effect == Effect.ALLOW && matchesAction(request) && conditionsHold(request.conditions());
    }

    /** Whether action, resource and conditions match, whatever the effect and whomever it names. */
    public boolean matches(AccessRequest request) {
        return matchesAction(request) && conditionsHold(request.conditions());
    }

    private boolean matchesAction(AccessRequest request) {
        return actions.match(request.action()) && resources.match(request.resource(), request.conditions());
    }

    private boolean conditionsHold(RequestConditions request) {
        for (Condition condition : conditions) {
            if (!condition.holds(request)) {
                return false;
            }
        }
        return true;
    }

    Principals principals() {
        return principals;
    }

    /** The same of other principals. */
    Statement of(Principals others) {
        return new Statement(
                new Heading(effect, sid, index, start, end), others, actions, resources, List.of(conditions));
    }

    /** Whether the statement is about a resource, whatever the action, the conditions and whomever it names. */
    public boolean isAbout(AccessRequest request) {
        return resources.match(request.resource(), request.conditions());
    }

    /**
     * Tells, as they are spelt, the keys that the statement looks at and that the request has no value of. One that is
     * about another action or resource looks at none.
     */
    public void eachMissingKey(AccessRequest request, Consumer<String> consumer) {
        if (!actions.match(request.action())) {
            return;
        }
        Consumer<String> missing = name -> {
            if (request.conditions().values(name.toLowerCase(Locale.ROOT)).isEmpty()) {
                consumer.accept(name);
            }
        };
        resources.eachKey(missing);
        if (isAbout(request)) {
            for (Condition condition : conditions) {
                condition.eachKey(missing);
            }
        }
    }

    void eachContextKey(Consumer<String> consumer) {
        resources.eachKey(consumer);
        for (Condition condition : conditions) {
            condition.eachKey(consumer);
        }
    }
}
