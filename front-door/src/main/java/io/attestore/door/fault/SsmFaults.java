package io.attestore.door.fault;

import io.attestore.entities.parameter.NameViolation;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterName;

/**
 * The refusals of Parameter Store, in AWS's words where they are known. Messages repeat names, ARNs and patterns, never
 * a value.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager
 *     API Reference</a>
 */
public final class SsmFaults {

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

    private static final String VALUE_TOO_LONG = """
            Standard tier parameters support a maximum parameter value of 4096 characters. \
            To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. \
            For more information, see \
            https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html""";

    private static final String TOO_MANY_PARAMETERS = """
            You have reached the maximum number of standard parameters for this AWS account and Region (10000). \
            To add more parameters, either delete existing parameters or upgrade to the advanced-parameter tier \
            (charges apply).""";

    private static final String TAGS_WITH_OVERWRITE = """
            Invalid request: tags and overwrite can't be used together. \
            To create a parameter with tags, please remove overwrite flag. \
            To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.""";

    private SsmFaults() {}

    // Names

    /** A name that a new parameter cannot have. */
    public static AwsFault unusableName(NameViolation violation, String name) {
        return switch (violation) {
            case MALFORMED, RESERVED_SSM_PATH -> validation(MALFORMED_NAME);
            case NOT_FULLY_QUALIFIED -> validation("Parameter name must be a fully qualified name.");
            case TOO_LONG ->
                validation("Parameter name is too long: with the ARN that precedes it, it can have 1011 characters.");
            case TOO_MANY_LEVELS ->
                AwsFault.client(
                        "HierarchyLevelLimitExceededException",
                        "A hierarchy can have a maximum of 15 levels. Parameter name: " + name + ".");
            case RESERVED_PREFIX ->
                validation("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
            case RESERVED_AWS_PATH ->
                AwsFault.client("AccessDeniedException", "No access to reserved parameter name: " + name + ".");
        };
    }

    /** A text that names no parameter, where one is to be found rather than made. */
    public static AwsFault unreadableName(NameViolation violation, String name) {
        return violation == NameViolation.NOT_FULLY_QUALIFIED
                ? validation(MALFORMED_NAME)
                : unusableName(violation, name);
    }

    public static AwsFault malformedPath() {
        return validation(MALFORMED_PATH);
    }

    /** AWS sends no message. */
    public static AwsFault parameterNotFound() {
        return AwsFault.client("ParameterNotFound", "");
    }

    /** None of this name was deleted that can be restored; not AWS's words. */
    public static AwsFault nothingToRestore(ParameterName name) {
        return AwsFault.client(
                "ParameterNotFound",
                "No deleted parameter named " + name + " is retained: none was deleted, or its values are destroyed.");
    }

    /** Where a deleted parameter would come back, there is another; not AWS's words. */
    public static AwsFault nameTaken(ParameterName name) {
        return AwsFault.client(
                "ParameterAlreadyExists",
                "There is a parameter named " + name + ". Delete it before you restore one that was deleted earlier.");
    }

    public static AwsFault versionNotFound(ParameterName name, String selector) {
        return AwsFault.client(
                "ParameterVersionNotFound",
                "Systems Manager could not find version " + selector + " of " + name
                        + ". Verify the version and try again.");
    }

    /** Another account's parameter: nothing is shared with the caller. */
    public static AwsFault notShared(Arn principal, String action, Arn resource) {
        return AwsFault.client(
                "AccessDeniedException",
                notAuthorized(principal, action, resource) + " because no resource-based policy allows the " + action
                        + " action");
    }

    // What is put

    public static AwsFault parameterAlreadyExists() {
        return AwsFault.client(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                        + " true.");
    }

    public static AwsFault typeRequired() {
        return validation("A parameter type is required when you create a parameter.");
    }

    public static AwsFault typeMismatch() {
        return AwsFault.client(
                "HierarchyTypeMismatchException",
                "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't"
                        + " change a parameter from a String type to a SecureString type. You must create a new, unique"
                        + " parameter.");
    }

    public static AwsFault valueTooLong() {
        return validation(VALUE_TOO_LONG);
    }

    public static AwsFault nestedValue() {
        return validation("Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");
    }

    public static AwsFault invalidPattern() {
        return AwsFault.client(
                "InvalidAllowedPatternException", "The request doesn't meet the regular expression requirement.");
    }

    public static AwsFault patternMismatch(String pattern) {
        return AwsFault.client(
                "ParameterPatternMismatchException",
                "Parameter value, cannot be validated against allowedPattern: " + pattern);
    }

    public static AwsFault keyWithoutSecureString() {
        return validation("KeyId is required for SecureString type parameter only.");
    }

    public static AwsFault unknownDataType(String dataType) {
        return validation(
                "The following data type is not supported: " + dataType + " (Data type names are all lowercase.)");
    }

    public static AwsFault tooManyParameters() {
        return AwsFault.client("ParameterLimitExceeded", TOO_MANY_PARAMETERS);
    }

    public static AwsFault tagsWithOverwrite() {
        return validation(TAGS_WITH_OVERWRITE);
    }

    /** Something that AWS has and this server has not; not AWS's words. */
    public static AwsFault notOffered(String what) {
        return validation(what + " not offered by this server yet.");
    }

    // Lists

    public static AwsFault invalidFilterKey(String key) {
        return AwsFault.client(
                "InvalidFilterKey",
                "The following filter key is not valid: " + key + ". Valid filter keys include: [Type, KeyId].");
    }

    public static AwsFault duplicateFilter(String key) {
        return AwsFault.client(
                "InvalidFilterKey",
                "The following filter is duplicated in the request: " + key
                        + ". A request can contain only one occurrence of a specific filter.");
    }

    /** @param valid the options that the key has, comma-separated */
    public static AwsFault invalidFilterOption(String option, String valid) {
        return AwsFault.client(
                "InvalidFilterOption",
                "The following filter option is not valid: " + option + ". Valid options include: [" + valid + "].");
    }

    public static AwsFault missingFilterValues(String key) {
        return AwsFault.client(
                "InvalidFilterValue", "The following filter values are missing : null for filter key " + key + ".");
    }

    /** @param valid the values that the key has, comma-separated */
    public static AwsFault invalidFilterValue(String value, String valid) {
        return AwsFault.client(
                "InvalidFilterValue",
                "The following filter value is not valid: " + value + ". Valid values include: [" + valid + "].");
    }

    public static AwsFault invalidNextToken() {
        return AwsFault.client("InvalidNextToken", "The specified token is not valid.");
    }

    // Keys

    /** KMS's own refusal, as Parameter Store passes it on. */
    public static AwsFault invalidKeyId(String kmsMessage, String kmsCode, String requestId) {
        return AwsFault.client("InvalidKeyId", fromKms(kmsMessage, kmsCode, requestId));
    }

    public static AwsFault keyDenied(Arn principal, String action, Arn key, String requestId) {
        return AwsFault.client(
                "AccessDeniedException",
                fromKms(notAuthorized(principal, action, key), "AccessDeniedException", requestId));
    }

    /** A value that should be there cannot be opened: our failing, not the caller's. */
    public static AwsFault internalError() {
        return new AwsFault("InternalServerError", "An error occurred on the server side.", 500);
    }

    private static String notAuthorized(Arn principal, String action, Arn resource) {
        return "User: " + principal + " is not authorized to perform: " + action + " on resource: " + resource;
    }

    private static String fromKms(String message, String code, String requestId) {
        return message + " (Service: AWSKMS; Status Code: 400; Error Code: " + code + "; Request ID: " + requestId
                + ")";
    }

    private static AwsFault validation(String message) {
        return AwsFault.client("ValidationException", message);
    }
}
