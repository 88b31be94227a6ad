package io.attestore.policy.pattern;

import io.attestore.policy.request.RequestConditions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An ARN with wildcards of which each of the six parts between colons is matched by itself: a wildcard does not run over
 * the first five colons. A lone star matches every ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">
 *     IAM: ARN condition operators</a>
 */
public final class ArnPattern {

    private static final int PARTS = 6;

    private final TextTemplate template;
    private final Optional<Parts> compiled;

    private ArnPattern(TextTemplate template) {
        this.template = template;
        this.compiled =
                template.isFixed() ? template.resolve(RequestConditions.NONE).flatMap(Parts::of) : Optional.empty();
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException where the text has fewer parts than an ARN, or a variable is not closed
     */
    public static ArnPattern parse(String text, boolean variables) {
        ArnPattern pattern = new ArnPattern(TextTemplate.parse(text, variables, true));
        if (pattern.template.isFixed() && pattern.compiled.isEmpty()) {
            throw new IllegalArgumentException("An ARN has six parts");
        }
        return pattern;
    }

    /** Whether the text is an ARN that matches; never where a variable has no value. */
    public boolean matches(String arn, RequestConditions request) {
        Optional<Parts> parts =
                compiled.isPresent() ? compiled : template.resolve(request).flatMap(Parts::of);
        return parts.isPresent() && parts.get().match(arn);
    }

    public boolean isResolved(RequestConditions request) {
        return compiled.isPresent() || template.resolve(request).isPresent();
    }

    public void eachKey(Consumer<String> consumer) {
        template.eachKey(consumer);
    }

    private static final class Parts {

        private static final String EVERY_ARN = String.valueOf(Glob.MANY);

        private final Glob[] globs;

        private Parts(Glob[] globs) {
            this.globs = globs;
        }

        static Optional<Parts> of(String marked) {
            String[] texts = marked.equals(EVERY_ARN)
                    ? new String[] {"arn", EVERY_ARN, EVERY_ARN, EVERY_ARN, EVERY_ARN, EVERY_ARN}
                    : marked.split(":", PARTS);
            if (texts.length < PARTS) {
                return Optional.empty();
            }
            Glob[] globs = new Glob[PARTS];
            for (int i = 0; i < PARTS; i++) {
                globs[i] = Glob.ofMarked(texts[i]);
            }
            return Optional.of(new Parts(globs));
        }

        boolean match(String arn) {
            int from = 0;
            for (int i = 0; i < PARTS - 1; i++) {
                int colon = arn.indexOf(':', from);
                if (colon < 0 || !globs[i].matches(arn, from, colon)) {
                    return false;
                }
                from = colon + 1;
            }
            return globs[PARTS - 1].matches(arn, from, arn.length());
        }
    }
}
