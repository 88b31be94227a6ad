package io.attestore.policy.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * An ARN as a policy's condition names one: each of its six parts is compared with the same part, so that a wildcard stands
 * for nothing beyond its part. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">
 *     IAM: condition operators for ARNs</a>
 */
public final class ArnTemplate {

    private static final int PARTS = 6;

    private final List<Template> parts;

    /**
     * @param variables whether it may have variables
     * @throws IllegalArgumentException if it has no six parts
     */
    public ArnTemplate(String written, boolean variables) {
        List<String> texts = split(written);
        if (texts.size() != PARTS && !written.equals("*")) {
            throw new IllegalArgumentException("Not the form of an ARN");
        }
        this.parts = texts.stream()
                .map(text -> variables ? Template.withVariables(text) : Template.withoutVariables(text))
                .toList();
    }

    public boolean matches(String arn, RequestValues values) {
        if (parts.size() == 1) {
            return true;
        }
        List<String> others = split(arn);
        if (others.size() != PARTS) {
            return false;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!parts.get(i).matches(others.get(i), values)) {
                return false;
            }
        }
        return true;
    }

    /** At the first five colons that are not inside a variable. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        boolean inVariable = false;
        for (int i = 0; i < text.length() && parts.size() < PARTS - 1; i++) {
            char character = text.charAt(i);
            if (character == '{' && i > 0 && text.charAt(i - 1) == '$') {
                inVariable = true;
            } else if (character == '}') {
                inVariable = false;
            } else if (character == ':' && !inVariable) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
