package io.attestore.policy.condition;

import io.attestore.policy.pattern.RequestValues;
import io.attestore.policy.pattern.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a statement's conditions: an operator, a condition key and the values that it is compared with. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
 *     IAM: conditions with several keys or values</a>
 */
public final class Condition {

    /** How a key with several values is compared. */
    private enum Quantifier {
        NONE,
        ALL,
        ANY
    }

    private static final String FOR_ALL = "forallvalues:";
    private static final String FOR_ANY = "foranyvalue:";
    private static final String IF_EXISTS = "ifexists";

    private final Operator operator;
    private final Quantifier quantifier;
    private final boolean ifExists;
    private final String key;
    private final List<ValueTest> tests;
    private final boolean nullWanted;
    private final Set<String> keys;

    private Condition(
            Operator operator,
            Quantifier quantifier,
            boolean ifExists,
            String key,
            List<ValueTest> tests,
            boolean nullWanted,
            Set<String> keys) {
        this.operator = operator;
        this.quantifier = quantifier;
        this.ifExists = ifExists;
        this.key = key;
        this.tests = List.copyOf(tests);
        this.nullWanted = nullWanted;
        this.keys = keys;
    }

    /**
     * @param operatorName with its quantifier and {@code IfExists}, without regard to case
     * @param variables whether values may have variables
     * @throws IllegalArgumentException if there is no such operator, or a value is none for it
     */
    public static Condition of(String operatorName, String key, List<String> values, boolean variables) {
        String name = operatorName.toLowerCase(Locale.ROOT);
        Quantifier quantifier = Quantifier.NONE;
        if (name.startsWith(FOR_ALL)) {
            quantifier = Quantifier.ALL;
            name = name.substring(FOR_ALL.length());
        } else if (name.startsWith(FOR_ANY)) {
            quantifier = Quantifier.ANY;
            name = name.substring(FOR_ANY.length());
        }
        boolean ifExists = name.endsWith(IF_EXISTS);
        Operator operator = Operator.named(ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name)
                .filter(found -> !(ifExists && found == Operator.NULL))
                .orElseThrow(() -> new IllegalArgumentException("No such condition operator"));
        List<ValueTest> tests = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(List.of(key));
        for (String value : values) {
            tests.add(operator.test(value, variables));
            if (variables) {
                keys.addAll(Template.withVariables(value).keys());
            }
        }
        boolean nullWanted = values.stream().anyMatch("true"::equalsIgnoreCase);
        return new Condition(
                operator, quantifier, ifExists, key.toLowerCase(Locale.ROOT), tests, nullWanted, Set.copyOf(keys));
    }

    /** Whether a request is what this asks for. */
    public boolean holds(RequestValues request) {
        Optional<List<String>> values = request.of(key);
        if (operator == Operator.NULL) {
            return nullWanted == values.filter(all -> !all.isEmpty()).isEmpty();
        }
        if (values.isEmpty()) {
            return ofAbsent();
        }
        return switch (quantifier) {
            case ALL -> all(values.get(), request);
            case ANY -> any(values.get(), request);
            case NONE -> operator.negated() ? all(values.get(), request) : any(values.get(), request);
        };
    }

    private boolean ofAbsent() {
        return switch (quantifier) {
            case ALL -> true;
            case ANY -> ifExists;
            case NONE -> ifExists || operator.negated();
        };
    }

    private boolean all(List<String> values, RequestValues request) {
        for (String value : values) {
            if (!isWanted(value, request)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<String> values, RequestValues request) {
        for (String value : values) {
            if (isWanted(value, request)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted(String value, RequestValues request) {
        for (ValueTest test : tests) {
            if (test.test(value, request)) {
                return !operator.negated();
            }
        }
        return operator.negated();
    }

    /** The condition keys that it asks for, as they are written; those of its variables in lower case. */
    public Set<String> keys() {
        return keys;
    }
}
