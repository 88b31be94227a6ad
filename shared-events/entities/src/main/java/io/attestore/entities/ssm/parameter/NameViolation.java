package io.attestore.entities.ssm.parameter;

/**
 * Why a text is no name of a parameter, or none that a new parameter may have.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html">Parameter
 *     Store: requirements for parameter names</a>
 */
public enum NameViolation {
    /** Something besides letters, digits and {@code _.-/}, an inner space say, or a level without a name. */
    MALFORMED,
    /** Several levels without a leading slash. */
    NOT_FULLY_QUALIFIED,
    /** With the ARN that precedes it, it is longer than 1011 characters. */
    TOO_LONG,
    /** More than 15 levels. */
    TOO_MANY_LEVELS,
    /** One level that begins with {@code aws} or {@code ssm}. */
    RESERVED_PREFIX,
    /** A path that begins with {@code /ssm}. */
    RESERVED_SSM_PATH,
    /** A path that begins with {@code /aws}. */
    RESERVED_AWS_PATH
}
