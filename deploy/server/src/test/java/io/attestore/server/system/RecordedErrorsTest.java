package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.sts.StsClient;

/** Refusals have the words that AWS was recorded to use, to the letter. */
class RecordedErrorsTest {

    private static final Map<String, RecordedError> RECORDED =
            RecordedError.all().stream().collect(Collectors.toMap(RecordedError::name, Function.identity()));

    private static final SdkBytes BYTES = SdkBytes.fromUtf8String("some bytes");
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final Tenant tenant = SystemServer.newTenant();
    private final Tenant elsewhere = tenant.in("ap-southeast-1");
    private final KmsClient kms = tenant.kms();
    private final SsmClient ssm = tenant.ssm();

    @Test
    void every_recording_is_held_to_or_waits_for_what_it_is_about() {
        assertThat(Stream.concat(
                        provoked().keySet().stream(),
                        RecordedForLater.BY_WHAT_IS_MISSING.values().stream().flatMap(Collection::stream)))
                .containsExactlyInAnyOrderElementsOf(RECORDED.keySet());
    }

    @Test
    void no_recording_waits_for_what_is_offered() {
        assertThat(SystemServer.running().bean(OperationCatalogue.class).all().stream()
                        .flatMap(RecordedErrorsTest::names))
                .doesNotContainAnyElementsOf(RecordedForLater.BY_WHAT_IS_MISSING.keySet());
    }

    @TestFactory
    Stream<DynamicTest> a_refusal_has_the_words_of_aws() {
        return provoked().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> assertAnswered(RECORDED.get(one.getKey()), one.getValue())));
    }

    private static Stream<String> names(Operation operation) {
        return Stream.of(operation.qualifiedName(), operation.service().signingName());
    }

    private static void assertAnswered(RecordedError recorded, Executable call) {
        AwsServiceException refusal = catchThrowableOfType(AwsServiceException.class, call::execute);

        assertThat(refusal).isNotNull();
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(recorded.code());
        assertThat(refusal.statusCode()).isEqualTo(recorded.status());
        assertThat(asRecorded(
                        Objects.requireNonNullElse(refusal.awsErrorDetails().errorMessage(), "")))
                .matches(recorded.messages());
    }

    /** IAM was recorded without the value and the set of an enum. Of the enum's values, KMS knew one less when it was recorded; of the long message on names, one part was kept. */
    private static String asRecorded(String message) {
        String nameRule = "contains: sub-paths divided by slash symbol";
        return message.contains("sub-paths divided by slash symbol")
                ? nameRule
                : message.replace(", KEY_AGREEMENT]", "]")
                        .replace("Value 'Off' at 'status'", "Value at 'status'")
                        .replace("enum value set: [Active, Inactive, Expired]", "enum value set");
    }

    private Map<String, Executable> provoked() {
        return Stream.of(ofKeys(), ofUses(), ofTags(), ofIam(), ofOthers())
                .flatMap(some -> some.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Executable> ofKeys() {
        return Map.ofEntries(
                Map.entry("kms: describe key diff region with id, NotFoundException", () -> describe(key(elsewhere))),
                Map.entry(
                        "kms: describe key diff region with arn, NotFoundException",
                        () -> describe(elsewhere.arn("kms", "key/" + key(elsewhere)))),
                Map.entry(
                        "kms: describe key with valid id mrk, NotFoundException",
                        () -> describe("mrk-" + NOBODY.replace("-", ""))),
                Map.entry("kms: describe key with invalid uuid, NotFoundException", () -> describe("fake-key-id")),
                Map.entry(
                        "kms: describe key with invalid uuid 2, NotFoundException",
                        () -> describe("134f2428cec14b25a1ae9048164dba47")),
                Map.entry(
                        "kms: describe key from different region, NotFoundException",
                        () -> elsewhere.kms().describeKey(request -> request.keyId(key(tenant)))),
                Map.entry(
                        "kms: create alias, ValidationException",
                        () -> kms.createAlias(
                                request -> request.aliasName("no-prefix").targetKeyId(key(tenant)))),
                Map.entry(
                        "kms: create hmac key without key usage, ValidationException",
                        () -> kms.createKey(request -> request.keySpec(KeySpec.HMAC_256))),
                Map.entry(
                        "kms: create hmac key invalid key usage, ValidationException",
                        () -> kms.createKey(
                                request -> request.keySpec(KeySpec.HMAC_256).keyUsage("RANDOM"))),
                Map.entry(
                        "kms: response invalid key spec, ValidationException",
                        () -> kms.createKey(
                                request -> request.keySpec(KeySpec.RSA_2048).keyUsage(KeyUsageType.KEY_AGREEMENT))),
                Map.entry("kms: error response, LimitExceededException", this::rotateTooOften));
    }

    private Map<String, Executable> ofIam() {
        IamClient iam = tenant.iam();
        String missing = "arn:aws:iam::" + tenant.account() + ":policy/non-existent-policy";
        iam.createUser(request -> request.userName("recorded"));
        return Map.of(
                "iam: invalid json, MalformedPolicyDocument",
                () -> iam.createRole(request -> request.roleName("recorded").assumeRolePolicyDocument("{\"Version\"")),
                "iam: non existent malformed policy arn, ValidationError",
                () -> iam.getPolicy(request -> request.policyArn("not-an-arn-but-long-enough")),
                "iam: delete non existent policy exc, NoSuchEntity",
                () -> iam.deletePolicy(request -> request.policyArn(missing)),
                "iam: update wrong user name, NoSuchEntity",
                () -> iam.updateUser(
                        request -> request.userName("wrong-user-name").newUserName("other")),
                "iam: update invalid status, ValidationError",
                () -> iam.updateAccessKey(request -> request.userName("recorded")
                        .accessKeyId("AKIAIOSFODNN7EXAMPLE")
                        .status("Off")));
    }

    private Map<String, Executable> ofUses() {
        return Map.of(
                "kms: decrypt invalid key id, IncorrectKeyException",
                () -> kms.decrypt(request -> request.keyId(key(tenant)).ciphertextBlob(encrypted(tenant))),
                "kms: invalid plaintext size encrypt, ValidationException",
                () -> kms.encrypt(
                        request -> request.keyId(key(tenant)).plaintext(SdkBytes.fromByteArray(new byte[4097]))),
                "kms: decrypt response without encryption context, InvalidCiphertextException",
                () -> kms.decrypt(request -> request.ciphertextBlob(encryptedInContext())),
                "kms: error response, DisabledException",
                () -> kms.rotateKeyOnDemand(request -> request.keyId(disabledKey())),
                "kms: dryrun exception, DryRunOperationException",
                () -> kms.encrypt(
                        request -> request.keyId(key(tenant)).plaintext(BYTES).dryRun(true)),
                "kms: decrypt: ciphertext of another Region, or of a key that is not there, AccessDeniedException",
                () -> kms.decrypt(request -> request.ciphertextBlob(encrypted(elsewhere))));
    }

    private Map<String, Executable> ofTags() {
        return Map.of(
                "kms: duplicate tag keys, TagException",
                () -> tag(List.of(tag("twice", "one"), tag("twice", "two"))),
                "kms: invalid tag key, TagException",
                () -> tag(IntStream.rangeClosed(0, 50)
                        .mapToObj(number -> tag("key" + number, "value"))
                        .toList()),
                "kms: too long tag value, ValidationException",
                () -> tag(List.of(tag("key", "v".repeat(257)))),
                "kms: invalid tag key, ValidationException, too_long_key",
                () -> tag(List.of(tag("a".repeat(129), "value"))));
    }

    private Map<String, Executable> ofOthers() {
        AwsCredentialsProvider unknown = Tenant.credentials("AKIANOBODYKNOWSTHIS0", "not/the+secret-of-any-access-key");
        return Map.of(
                "ssm: type not in the enum, ValidationException",
                () -> ssm.putParameter(
                        request -> request.name("/recorded").value("value").type("AWS::EC2::Image::Id")),
                "ssm: value of more than 32,768 characters (a limit of AWS's own, not in the model), ValidationException",
                () -> ssm.putParameter(request ->
                        request.name("/recorded").value("v".repeat(32_769)).type(ParameterType.STRING)),
                "ssm: name that is no path of names, ValidationException",
                () -> ssm.putParameter(
                        request -> request.name("/no//path").value("value").type(ParameterType.STRING)),
                "sts: unknown access key, InvalidClientTokenId",
                () -> tenant.client(StsClient.builder(), unknown).getCallerIdentity());
    }

    private void describe(String keyId) {
        kms.describeKey(request -> request.keyId(keyId));
    }

    private static String key(Tenant of) {
        return of.kms().createKey().keyMetadata().keyId();
    }

    private String disabledKey() {
        String keyId = key(tenant);
        kms.disableKey(request -> request.keyId(keyId));
        return keyId;
    }

    private static SdkBytes encrypted(Tenant of) {
        return of.kms()
                .encrypt(request -> request.keyId(key(of)).plaintext(BYTES))
                .ciphertextBlob();
    }

    private SdkBytes encryptedInContext() {
        return kms.encrypt(
                        request -> request.keyId(key(tenant)).plaintext(BYTES).encryptionContext(Map.of("a", "b")))
                .ciphertextBlob();
    }

    private void rotateTooOften() {
        String keyId = key(tenant);
        for (int rotation = 0; rotation <= 25; rotation++) {
            kms.rotateKeyOnDemand(request -> request.keyId(keyId));
        }
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().tagKey(key).tagValue(value).build();
    }

    private void tag(List<Tag> tags) {
        String keyId = key(tenant);
        kms.tagResource(request -> request.keyId(keyId).tags(tags));
    }
}
