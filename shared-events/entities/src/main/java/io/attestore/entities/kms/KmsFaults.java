package io.attestore.entities.kms;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.Arn;
import io.attestore.events.id.Region;
import java.util.Optional;

/**
 * KMS's refusals, each with KMS's code and words. No message holds a plaintext or a ciphertext.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html">KMS: Common errors</a>
 */
public final class KmsFaults {

    private static final String ALIAS_GUIDE = "https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html";

    private KmsFaults() {}

    /** There is no key, or no alias, of this ARN. */
    public static AwsFault notFound(Arn arn) {
        String text = arn.resource().startsWith("alias/")
                ? "Alias " + arn + " is not found."
                : "Key '" + arn + "' does not exist";
        return AwsFault.client("NotFoundException", text);
    }

    /** The text names no key in any form that the operation takes. */
    public static AwsFault invalidKeyId(String reference) {
        Optional<Arn> arn = Arn.parse(reference);
        if (arn.isEmpty()) {
            return AwsFault.client("NotFoundException", "Invalid keyId '" + reference + "'");
        }
        String resource = arn.get().resource();
        return resource.startsWith("key/")
                ? AwsFault.client("NotFoundException", "Invalid keyId " + resource.substring("key/".length()))
                : AwsFault.client("InvalidArnException", "Invalid arn " + reference);
    }

    /** The ARN is of another Region than the one that was called. */
    public static AwsFault otherRegion(Region region) {
        return AwsFault.client("NotFoundException", "Invalid arn " + region);
    }

    /** Neither the key's policy nor anything else lets this caller do this to this key. */
    public static AwsFault notAuthorized(Arn principal, String action, Arn resource) {
        return AwsFault.client(
                "AccessDeniedException",
                "User: " + principal + " is not authorized to perform: " + action + " on resource: " + resource
                        + " because no resource-based policy allows the " + action + " action");
    }

    public static AwsFault disabled(Arn key) {
        return AwsFault.client("DisabledException", key + " is disabled.");
    }

    /** The blob was sealed under another key than the one that was named. */
    public static AwsFault incorrectKey() {
        return AwsFault.client(
                "IncorrectKeyException",
                "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    /** The blob does not open. Why, KMS does not say: each reason would help an attacker. */
    public static AwsFault invalidCiphertext() {
        return AwsFault.client("InvalidCiphertextException", "");
    }

    /**
     * The blob names a key that is not in this account and Region, or that the caller may not use: which of these, KMS does
     * not say, so that nobody learns which keys there are.
     */
    public static AwsFault unreachableKey() {
        return AwsFault.client(
                "AccessDeniedException",
                "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you"
                        + " are not allowed to access.");
    }

    public static AwsFault incompatibleAlgorithm(String algorithm, String keySpec) {
        return AwsFault.client(
                "InvalidKeyUsageException",
                "Algorithm " + algorithm + " is incompatible with key spec " + keySpec + ".");
    }

    /** AWS documents the status 412 and answers 400. */
    public static AwsFault dryRun() {
        return AwsFault.client(
                "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");
    }

    public static AwsFault dataKeyLength() {
        return AwsFault.validation("Please specify either number of bytes or key spec.");
    }

    public static AwsFault encryptionContextTooLong(int jsonBytesMax) {
        return constraint(
                "Value", "encryptionContext", "Member must have length less than or equal to " + jsonBytesMax);
    }

    /** A member that this call needs, though not every call does. */
    public static AwsFault missing(String member) {
        return constraint("Value null", member, "Member must not be null");
    }

    public static AwsFault bothKeySpecs() {
        return AwsFault.validation("You cannot specify KeySpec and CustomerMasterKeySpec in the same request."
                + " CustomerMasterKeySpec is deprecated.");
    }

    public static AwsFault keyUsageMissing() {
        return AwsFault.validation(
                "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
    }

    public static AwsFault incompatibleKeyUsage(String keyUsage, String keySpec) {
        return AwsFault.validation("KeyUsage " + keyUsage + " is not compatible with KeySpec " + keySpec);
    }

    /** A parameter, or a value of it, that this KMS does not offer. */
    public static AwsFault unsupported(String what) {
        return AwsFault.client("UnsupportedOperationException", what + " is not supported.");
    }

    /** A key's policy has but one name. */
    public static AwsFault noSuchPolicyName() {
        return AwsFault.client("NotFoundException", "No such policy exists");
    }

    /** A principal of a key's policy is nobody. */
    public static AwsFault invalidPrincipals() {
        return AwsFault.client(
                "MalformedPolicyDocumentException", "Policy contains a statement with one or more invalid principals.");
    }

    /** Whoever puts the policy could not put another. */
    public static AwsFault lockedOut() {
        return AwsFault.client(
                "MalformedPolicyDocumentException",
                "The new key policy will not allow you to update the key policy in the future.");
    }

    public static AwsFault malformedPolicy() {
        return AwsFault.client("MalformedPolicyDocumentException", "The key policy is not a valid JSON object.");
    }

    public static AwsFault policyTooLong(int bytesMax) {
        return limitExceeded("The key policy is longer than " + bytesMax + " bytes.");
    }

    public static AwsFault duplicateTagKeys() {
        return AwsFault.client("TagException", "Duplicate tag keys");
    }

    public static AwsFault tooManyTags() {
        return AwsFault.client("TagException", "Too many tags");
    }

    public static AwsFault reservedTagKey() {
        return AwsFault.client("TagException", "Tags beginning with aws: are reserved");
    }

    public static AwsFault tooManyKeys(int max) {
        return limitExceeded("The limit of " + max + " KMS keys of this account and Region has been reached.");
    }

    public static AwsFault tooManyAliases(Arn key, int max) {
        return limitExceeded("The limit of " + max + " aliases has been reached for this key: " + key);
    }

    public static AwsFault tooManyRotations(Arn key) {
        return limitExceeded("The on-demand rotations limit has been reached for the given keyId."
                + " No more on-demand rotations can be performed for this key: " + key);
    }

    public static AwsFault aliasWithoutPrefix() {
        return AwsFault.validation("Alias must start with the prefix \"alias/\". Please see " + ALIAS_GUIDE);
    }

    /** Names that begin with {@code alias/aws/} are AWS's; KMS says so without a message. */
    public static AwsFault aliasReserved() {
        return AwsFault.client("NotAuthorizedException", "");
    }

    public static AwsFault aliasCharacters(String name) {
        return AwsFault.validation(name + " contains invalid characters for an alias");
    }

    public static AwsFault aliasEmpty() {
        return AwsFault.client("InvalidAliasNameException", "An alias needs a name after the prefix \"alias/\"");
    }

    public static AwsFault aliasExists(Arn alias) {
        return AwsFault.client("AlreadyExistsException", "An alias with the name " + alias + " already exists");
    }

    public static AwsFault aliasOfAlias() {
        return AwsFault.validation("Aliases must refer to keys. Not aliases");
    }

    public static AwsFault invalidMarker(String marker) {
        return AwsFault.client("InvalidMarkerException", "Could not deserialize marker '" + marker + "'");
    }

    private static AwsFault limitExceeded(String text) {
        return AwsFault.client("LimitExceededException", text);
    }

    private static AwsFault constraint(String value, String member, String constraint) {
        return AwsFault.validation("1 validation error detected: " + value + " at '" + member
                + "' failed to satisfy constraint: " + constraint);
    }
}
