package io.attestore.entities.ssm.parameter;

import io.attestore.events.id.ParameterName;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules for the name of a new parameter, beyond those that any name keeps. Names that AWS reserves can be asked
 * for, but not put.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html">Parameter
 *     Store: requirements for parameter names</a>
 */
public final class NewParameterName {

    /** Levels of a hierarchy, the parameter's own included. */
    public static final int LEVELS_MAX = 15;

    private NewParameterName() {}

    /** The first rule that the name breaks; empty if a parameter may have it. */
    public static Optional<NameViolation> violation(ParameterName name) {
        String path = name.path().toLowerCase(Locale.ROOT);
        long levels = path.chars().filter(character -> character == '/').count();
        boolean aws = path.startsWith("/aws");
        if (aws || path.startsWith("/ssm")) {
            if (levels == 1) {
                return Optional.of(NameViolation.RESERVED_PREFIX);
            }
            return Optional.of(aws ? NameViolation.RESERVED_AWS_PATH : NameViolation.RESERVED_SSM_PATH);
        }
        return levels > LEVELS_MAX ? Optional.of(NameViolation.TOO_MANY_LEVELS) : Optional.empty();
    }
}
