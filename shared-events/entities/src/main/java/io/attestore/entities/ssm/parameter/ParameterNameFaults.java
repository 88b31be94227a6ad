package io.attestore.entities.ssm.parameter;

import io.attestore.contract.operation.AwsFault;

/**
 * The refusals of texts that name no parameter, or none that there can be. Messages repeat names, never a value.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager: PutParameter</a>
 */
public final class ParameterNameFaults {

    private static final String MALFORMED_NAME = """
            Parameter name: can't be prefixed with "ssm" (case-insensitive). \
            If formed as a path, it can consist of sub-paths divided by slash symbol; \
            each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_""";

    private static final String MALFORMED_PATH = """
            The parameter doesn't meet the parameter name requirements. \
            The parameter name must begin with a forward slash "/". \
            It can't be prefixed with \\"aws\\" or \\"ssm\\" (case-insensitive). \
            It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). \
            Special characters are not allowed. \
            All sub-paths, if specified, must use the forward slash symbol "/". \
            Valid example: /get/parameters2-/by1./path0_.""";

    private ParameterNameFaults() {}

    /** A name that a new parameter cannot have. */
    public static AwsFault unusableName(NameViolation violation, String name) {
        return switch (violation) {
            case MALFORMED, RESERVED_SSM_PATH -> AwsFault.validation(MALFORMED_NAME);
            case NOT_FULLY_QUALIFIED -> AwsFault.validation("Parameter name must be a fully qualified name.");
            case TOO_LONG ->
                AwsFault.validation(
                        "Parameter name is too long: with the ARN that precedes it, it can have 1011 characters.");
            case TOO_MANY_LEVELS ->
                AwsFault.client(
                        "HierarchyLevelLimitExceededException",
                        "A hierarchy can have a maximum of 15 levels. Parameter name: " + name + ".");
            case RESERVED_PREFIX ->
                AwsFault.validation("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
            case RESERVED_AWS_PATH ->
                AwsFault.client("AccessDeniedException", "No access to reserved parameter name: " + name + ".");
        };
    }

    /** A text that names no parameter, where one is to be found rather than made. */
    public static AwsFault unreadableName(NameViolation violation, String name) {
        return violation == NameViolation.NOT_FULLY_QUALIFIED
                ? AwsFault.validation(MALFORMED_NAME)
                : unusableName(violation, name);
    }

    public static AwsFault malformedPath() {
        return AwsFault.validation(MALFORMED_PATH);
    }
}
