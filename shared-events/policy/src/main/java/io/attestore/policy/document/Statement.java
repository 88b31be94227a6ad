package io.attestore.policy.document;

import io.attestore.events.call.Principal;
import io.attestore.policy.condition.Condition;
import io.attestore.policy.document.PrincipalElement.Match;
import io.attestore.policy.pattern.ActionPattern;
import io.attestore.policy.pattern.RequestValues;
import io.attestore.policy.pattern.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a policy, ready to be asked. Immutable.
 *
 * @param index its place in the document, from 0
 * @param actions those it is about, or with {@code notActions} those it is not about
 * @param resources likewise; empty where the policy belongs to the one resource that it is about
 * @param principals whom it is about, or not about; empty in identity policies
 */
public record Statement(
        int index,
        Optional<String> sid,
        boolean allows,
        boolean notActions,
        List<ActionPattern> actions,
        boolean notResources,
        List<Template> resources,
        boolean notPrincipals,
        Optional<PrincipalElement> principals,
        List<Condition> conditions) {

    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /** Its id, or its place where it has none. */
    public String name() {
        return sid.orElseGet(() -> "#" + (index + 1));
    }

    /**
     * Whether it is about such a request, whoever makes it.
     *
     * @param action in lower case
     */
    public boolean applies(String action, String resource, RequestValues values) {
        return isAboutAction(action) && isAboutResource(resource, values) && conditionsHold(values);
    }

    private boolean isAboutAction(String action) {
        for (ActionPattern pattern : actions) {
            if (pattern.matches(action)) {
                return !notActions;
            }
        }
        return notActions;
    }

    private boolean isAboutResource(String resource, RequestValues values) {
        if (resources.isEmpty()) {
            return true;
        }
        for (Template template : resources) {
            if (template.matches(resource, values)) {
                return !notResources;
            }
        }
        return notResources;
    }

    private boolean conditionsHold(RequestValues values) {
        for (Condition condition : conditions) {
            if (!condition.holds(values)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How closely it names a principal. One that {@code NotPrincipal} does not leave out is named as everyone is; it leaves
     * out whoever it names in any way.
     */
    public Match match(Principal principal, Map<String, String> uniqueIds) {
        Match match = principals.map(element -> element.match(principal, uniqueIds)).orElse(Match.NONE);
        if (!notPrincipals) {
            return match;
        }
        return match == Match.NONE ? Match.EVERYONE : Match.NONE;
    }

    /** The condition keys that it asks for. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        conditions.forEach(condition -> keys.addAll(condition.keys()));
        resources.forEach(resource -> keys.addAll(resource.keys()));
        return keys;
    }
}
