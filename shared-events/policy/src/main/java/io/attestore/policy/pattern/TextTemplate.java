package io.attestore.policy.pattern;

import io.attestore.policy.request.RequestConditions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text of a policy in which variables may stand, as {@code ${aws:username}} or {@code ${aws:PrincipalTag/team, 'none'}}.
 * A variable's value is taken letter by letter: a star in it is no wildcard. A variable that the request gives no value, or
 * more than one, and that has no default leaves the whole text without a value.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM: Policy variables</a>
 */
public final class TextTemplate {

    private final List<TemplatePart> parts;
    private final String fixed;
    private final boolean isFixed;

    private TextTemplate(List<TemplatePart> parts) {
        this.parts = List.copyOf(parts);
        this.isFixed = parts.stream().allMatch(TemplatePart.Literal.class::isInstance);
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> {
            if (part instanceof TemplatePart.Literal(String literal)) {
                text.append(literal);
            }
        });
        this.fixed = text.toString();
    }

    /**
     * Takes a text apart.
     *
     * @param variables whether the policy's version knows variables; if not, all is literal
     * @param wildcards whether {@code *} and {@code ?} are wildcards, which the resolved text then has as marks
     * @throws IllegalArgumentException where a variable is not closed or names no key
     */
    static TextTemplate parse(String text, boolean variables, boolean wildcards) {
        if (Glob.hasMarks(text)) {
            throw new IllegalArgumentException("Not a character for a policy");
        }
        return new TextTemplate(TemplateReader.parts(text, variables, wildcards));
    }

    /** Without regard to wildcards, which are literal here. */
    public static TextTemplate literal(String text, boolean variables) {
        return parse(text, variables, false);
    }

    /** Whether the text is the same for every request. */
    public boolean isFixed() {
        return isFixed;
    }

    /** The text for a request; empty where a variable in it has no value. */
    public Optional<String> resolve(RequestConditions request) {
        if (isFixed) {
            return Optional.of(fixed);
        }
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : parts) {
            Optional<String> value = part.value(request);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get());
        }
        return Optional.of(text.toString());
    }

    /** Tells each key that a variable names, as it is spelt. */
    public void eachKey(Consumer<String> consumer) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Variable variable) {
                consumer.accept(variable.name());
            }
        }
    }
}
