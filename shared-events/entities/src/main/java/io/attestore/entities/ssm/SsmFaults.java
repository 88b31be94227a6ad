package io.attestore.entities.ssm;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.ssm.parameter.NameViolation;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterName;
import java.util.List;

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

    private static final String STANDARD_VALUE_TOO_LONG = """
            Standard tier parameters support a maximum parameter value of 4096 characters. \
            To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. \
            For more information, see \
            https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html""";

    private static final String TIER_DOWNGRADE = """
            This parameter uses the advanced-parameter tier. \
            You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. \
            If necessary, you can delete the advanced parameter and recreate it as a standard parameter.""";

    private static final String POLICIES_NEED_ADVANCED = """
            Standard tier parameters don't support parameter policies. \
            To assign a policy, upgrade the parameter to use the advanced-parameter tier. \
            For more information, see \
            https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html""";

    private static final String TOO_MANY_ADVANCED_PARAMETERS = """
            You have reached the maximum number of advanced parameters for this AWS account and Region (100000). \
            To add more parameters, delete existing parameters.""";

    private static final String TOO_MANY_STANDARD_PARAMETERS = """
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

    public static AwsFault valueTooLong(ParameterTier tier) {
        return validation(
                switch (tier) {
                    case STANDARD -> STANDARD_VALUE_TOO_LONG;
                    case ADVANCED -> "Advanced tier parameters support a maximum parameter value of 8192 characters.";
                });
    }

    public static AwsFault tierDowngrade() {
        return validation(TIER_DOWNGRADE);
    }

    /** Every version that could make room is held by a label. */
    public static AwsFault oldestVersionHeld(ParameterName name, long version) {
        return AwsFault.client(
                "ParameterMaxVersionLimitExceeded",
                "You attempted to create a new version of " + name
                        + " by calling the PutParameter API with the overwrite flag. Version " + version
                        + ", the oldest version, can't be deleted because it has a label associated with it. Move the"
                        + " label to another version of the parameter, and try again.");
    }

    public static AwsFault unsupportedType() {
        return AwsFault.client("UnsupportedParameterType", "The parameter type isn't supported.");
    }

    public static AwsFault malformedImageId() {
        return validation("The parameter value doesn't have the format of an Amazon Machine Image (AMI) ID:"
                + " ami-[0-9a-f]{8,17}.");
    }

    /** Others were faster, every time that it was tried. */
    public static AwsFault tooManyUpdates() {
        return AwsFault.client(
                "TooManyUpdates", "There are concurrent updates for a resource that supports one update at a time.");
    }

    public static AwsFault nestedValue() {
        return validation("Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");
    }

    public static AwsFault invalidPattern() {
        return AwsFault.client(
                "InvalidAllowedPatternException", "The request doesn't meet the regular expression requirement.");
    }

    /** A limit of ours: AWS does not say what it does with patterns that take long. */
    public static AwsFault patternTooLargeForValue() {
        return AwsFault.client(
                "InvalidAllowedPatternException",
                "The allowedPattern is too large for a value of this length. Use a shorter pattern, fewer or smaller"
                        + " counted repetitions, or a shorter value.");
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

    public static AwsFault tooManyParameters(ParameterTier tier) {
        return AwsFault.client(
                "ParameterLimitExceeded",
                switch (tier) {
                    case STANDARD -> TOO_MANY_STANDARD_PARAMETERS;
                    case ADVANCED -> TOO_MANY_ADVANCED_PARAMETERS;
                });
    }

    public static AwsFault tagsWithOverwrite() {
        return validation(TAGS_WITH_OVERWRITE);
    }

    // Policies

    public static AwsFault malformedPolicies(String text) {
        return validation("Invalid policies input: " + text + ".");
    }

    public static AwsFault policiesNeedAdvancedTier() {
        return validation(POLICIES_NEED_ADVANCED);
    }

    public static AwsFault tooManyPolicies() {
        return AwsFault.client(
                "PoliciesLimitExceededException",
                "You specified more than the maximum number of allowed policies for the parameter. The maximum is 10.");
    }

    public static AwsFault unknownPolicyType() {
        return AwsFault.client(
                "InvalidPolicyTypeException",
                "The policy type isn't supported. Parameter Store supports the following policy types: Expiration,"
                        + " ExpirationNotification, and NoChangeNotification.");
    }

    public static AwsFault invalidPolicyAttribute() {
        return AwsFault.client("InvalidPolicyAttributeException", "A policy attribute or its value is invalid.");
    }

    public static AwsFault incompatiblePolicies() {
        return AwsFault.client(
                "IncompatiblePolicyException",
                "There is a conflict in the policies specified for this parameter. You can't, for example, specify two"
                        + " Expiration policies for a parameter. Review your policies, and try again.");
    }

    // Settings

    public static AwsFault serviceSettingNotFound() {
        return AwsFault.client(
                "ServiceSettingNotFound",
                "The specified service setting wasn't found. Either the service name or the setting hasn't been"
                        + " provisioned by the Amazon Web Services service team.");
    }

    /** @param valid the values that the setting has, comma-separated */
    public static AwsFault invalidSettingValue(String settingId, String valid) {
        return validation("The value of the service setting " + settingId + " is not valid. Valid values include: ["
                + valid + "].");
    }

    // Lists

    /** @param valid the keys as AWS lists them for the operation, comma-separated */
    public static AwsFault invalidFilterKey(String key, String valid) {
        return AwsFault.client(
                "InvalidFilterKey",
                "The following filter key is not valid: " + key + ". Valid filter keys include: [" + valid + "].");
    }

    public static AwsFault bothKindsOfFilters() {
        return validation("You can use either Filters or ParameterFilters in a single request.");
    }

    public static AwsFault reservedPathFilter() {
        return validation("""
                Filters for common parameters can't be prefixed with "aws" or "ssm" (case-insensitive). \
                When using global parameters, please specify within a global namespace.""");
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

    // Labels and tags

    public static AwsFault tooManyLabels() {
        return AwsFault.client(
                "ParameterVersionLabelLimitExceeded",
                "A parameter version can have maximum 10 labels. Move one or more labels to another version and try"
                        + " again.");
    }

    public static AwsFault reservedTagKey() {
        return validation("aws: prefixed tag key names are not allowed for external use.");
    }

    public static AwsFault duplicateTagKey() {
        return validation("Duplicate tag keys are not allowed.");
    }

    public static AwsFault tooManyTags() {
        return AwsFault.client(
                "TooManyTagsError",
                "The Targets parameter includes too many tags. Remove one or more tags and try the command again.");
    }

    /** Nothing that can be tagged has this id. AWS sends no message. */
    public static AwsFault invalidResourceId() {
        return AwsFault.client("InvalidResourceId", "");
    }

    /** Something that AWS tags and this server has not; not AWS's words. */
    public static AwsFault invalidResourceType(String type) {
        return AwsFault.client(
                "InvalidResourceType", "The resource type " + type + " is not valid here. Valid is: Parameter.");
    }

    // Sharing

    /** @param member of the request that is not valid */
    public static AwsFault invalidForResourcePolicy(String member) {
        return invalidMember(
                "One or more parameters specified for the call aren't valid. Verify the parameters and their values and"
                        + " try again.",
                member);
    }

    /** The parameter is of the standard tier. */
    public static AwsFault sharingNeedsAdvanced() {
        return invalidMember("To share a parameter, it must be in the advanced parameter tier.", "ResourceArn");
    }

    /** The parameter is under a key that AWS manages, or under one that is not there. */
    public static AwsFault sharingNeedsCustomerKey() {
        return invalidMember(
                "To share a SecureString parameter, it must be encrypted with a customer managed key. AWS managed keys"
                        + " can't be shared.",
                "ResourceArn");
    }

    private static AwsFault invalidMember(String message, String member) {
        return AwsFault.client("ResourcePolicyInvalidParameterException", message)
                .with(Structure.builder()
                        .putTexts("ParameterNames", List.of(member))
                        .build());
    }

    public static AwsFault sharedParameterNotFound() {
        return AwsFault.client("ResourceNotFoundException", "The specified parameter to be shared could not be found.");
    }

    public static AwsFault resourcePolicyNotFound() {
        return AwsFault.client(
                "ResourcePolicyNotFoundException", "No policies with the specified policy ID and hash could be found.");
    }

    public static AwsFault resourcePolicyConflict() {
        return AwsFault.client(
                "ResourcePolicyConflictException",
                "The hash provided in the call doesn't match the stored hash. This exception is thrown when trying to"
                        + " update an obsolete policy version or when multiple requests to update a policy are sent.");
    }

    /** @param reason what is wrong with it, without quoting it */
    public static AwsFault malformedResourcePolicy(String reason) {
        return AwsFault.client(
                "MalformedResourcePolicyDocumentException",
                "The specified policy document is malformed or invalid. " + reason);
    }

    public static AwsFault resourcePolicyTooLong(int bytesMax) {
        return resourcePolicyLimit(
                "A policy can't be greater than " + bytesMax + " bytes in size.", bytesMax, "PolicySize");
    }

    /** How many there can be is our choice: AWS tells it of OpsItemGroup only. */
    public static AwsFault tooManyResourcePolicies(int policiesMax) {
        return resourcePolicyLimit(
                "A parameter can have at most " + policiesMax + " resource policies.", policiesMax, "PolicyCount");
    }

    private static AwsFault resourcePolicyLimit(String message, int limit, String type) {
        return AwsFault.client("ResourcePolicyLimitExceededException", message)
                .with(Structure.builder()
                        .put("Limit", limit)
                        .put("LimitType", type)
                        .build());
    }

    // Secrets Manager

    public static AwsFault secretNeedsDecryption() {
        return validation("WithDecryption flag must be True for retrieving a Secret Manager secret.");
    }

    public static AwsFault malformedSecretReference() {
        return validation("Invalid parameter name. Please use correct syntax for referencing a version/label "
                + " <name>:<version/label>");
    }

    /** @param reference as it was sent */
    public static AwsFault secretNotFound(String reference) {
        return AwsFault.client(
                "ParameterNotFound",
                "An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret " + reference
                        + " not found.");
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
