package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.server.model.FaultSamples;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.InvalidEventCategoryException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidLookupAttributesException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidMaxResultsException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidTimeRangeException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AlreadyExistsException;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidAliasNameException;
import software.amazon.awssdk.services.kms.model.InvalidArnException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.InvalidMarkerException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.LimitExceededException;
import software.amazon.awssdk.services.kms.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.kms.model.TagException;
import software.amazon.awssdk.services.kms.model.UnsupportedOperationException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.HierarchyLevelLimitExceededException;
import software.amazon.awssdk.services.ssm.model.HierarchyTypeMismatchException;
import software.amazon.awssdk.services.ssm.model.IncompatiblePolicyException;
import software.amazon.awssdk.services.ssm.model.InternalServerErrorException;
import software.amazon.awssdk.services.ssm.model.InvalidAllowedPatternException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterKeyException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterOptionException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterValueException;
import software.amazon.awssdk.services.ssm.model.InvalidKeyIdException;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.InvalidPolicyAttributeException;
import software.amazon.awssdk.services.ssm.model.InvalidPolicyTypeException;
import software.amazon.awssdk.services.ssm.model.InvalidResourceIdException;
import software.amazon.awssdk.services.ssm.model.InvalidResourceTypeException;
import software.amazon.awssdk.services.ssm.model.MalformedResourcePolicyDocumentException;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterMaxVersionLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterPatternMismatchException;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ParameterVersionLabelLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;
import software.amazon.awssdk.services.ssm.model.PoliciesLimitExceededException;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyConflictException;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyInvalidParameterException;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyNotFoundException;
import software.amazon.awssdk.services.ssm.model.ServiceSettingNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;
import software.amazon.awssdk.services.ssm.model.TooManyTagsErrorException;
import software.amazon.awssdk.services.ssm.model.TooManyUpdatesException;
import software.amazon.awssdk.services.ssm.model.UnsupportedParameterTypeException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** What goes wrong comes out of the AWS SDK as the exception that a program written for AWS catches. */
class WireErrorsTest {

    /** Faults of ours, not of a request: see {@link OurFaultsTest}. */
    private static final Set<String> TRIED_ELSEWHERE = Set.of(
            "InternalServerError",
            "TooManyUpdates",
            // in GrantsTest and LocksTest
            "InvalidGrantTokenException",
            "LockLimitExceededException",
            "LockNotFoundException");

    private static final List<Class<?>> TRIED_IN_TESTS_OF_THEIR_OWN =
            List.of(InternalServerErrorException.class, TooManyUpdatesException.class);

    /** The model names it for an overwrite with another type, which is a new version like any other. */
    private static final List<Class<?>> NEVER_GIVEN = List.of(HierarchyTypeMismatchException.class);

    private static final String EXPIRATION =
            "{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\"2040-12-02T21:34:33Z\"}}";

    private static final SdkBytes BYTES = SdkBytes.fromUtf8String("some bytes");

    private final Tenant tenant = SystemServer.newTenant();
    private final Tenant otherAccount = SystemServer.newTenant();
    private final SsmClient ssm = tenant.ssm();
    private final KmsClient kms = tenant.kms();
    private final CloudTrailClient cloudTrail = tenant.cloudTrail();

    /** A call that must fail with this code, and as this type. */
    private record Failure(String code, Class<? extends AwsServiceException> type, Executable call) {}

    @TestFactory
    Stream<DynamicTest> parameter_store_refuses() {
        return all(ssmFailures());
    }

    @TestFactory
    Stream<DynamicTest> kms_refuses() {
        return all(kmsFailures());
    }

    @TestFactory
    Stream<DynamicTest> cloud_trail_refuses() {
        return all(List.of(
                new Failure(
                        "InvalidMaxResultsException",
                        InvalidMaxResultsException.class,
                        () -> cloudTrail.lookupEvents(request -> request.maxResults(51))),
                new Failure(
                        "InvalidTimeRangeException",
                        InvalidTimeRangeException.class,
                        () -> cloudTrail.lookupEvents(request ->
                                request.startTime(Instant.ofEpochSecond(2)).endTime(Instant.ofEpochSecond(1)))),
                new Failure(
                        "InvalidLookupAttributesException",
                        InvalidLookupAttributesException.class,
                        () -> cloudTrail.lookupEvents(request -> request.lookupAttributes(
                                attribute -> attribute.attributeKey("Colour").attributeValue("green")))),
                new Failure(
                        "InvalidEventCategoryException",
                        InvalidEventCategoryException.class,
                        () -> cloudTrail.lookupEvents(request -> request.eventCategory("management"))),
                new Failure(
                        "InvalidNextTokenException",
                        software.amazon.awssdk.services.cloudtrail.model.InvalidNextTokenException.class,
                        () -> cloudTrail.lookupEvents(request -> request.nextToken("nonsense")))));
    }

    @TestFactory
    Stream<DynamicTest> the_door_refuses_whom_it_does_not_know() {
        AwsCredentialsProvider wrongSecret =
                Tenant.credentials(tenant.accessKey(), "not/the+secret-of-this-access-key");
        AwsCredentialsProvider unknownKey =
                Tenant.credentials("AKIANOBODYKNOWSTHIS0", "not/the+secret-of-any-access-key");
        AwsCredentialsProvider nobody = AnonymousCredentialsProvider.create();
        return all(List.of(
                new Failure("InvalidSignatureException", SsmException.class, () -> ssmAs(wrongSecret)),
                new Failure("UnrecognizedClientException", SsmException.class, () -> ssmAs(unknownKey)),
                new Failure("MissingAuthenticationTokenException", SsmException.class, () -> ssmAs(nobody)),
                new Failure("InvalidSignatureException", KmsException.class, () -> kmsAs(wrongSecret)),
                new Failure("UnrecognizedClientException", KmsException.class, () -> kmsAs(unknownKey)),
                new Failure("SignatureDoesNotMatch", StsException.class, () -> stsAs(wrongSecret)),
                new Failure("InvalidClientTokenId", StsException.class, () -> stsAs(unknownKey)),
                new Failure("MissingAuthenticationToken", StsException.class, () -> stsAs(nobody)),
                new Failure(
                        "UnknownOperationException",
                        SsmException.class,
                        () -> ssm.describeDocument(request -> request.name("x"))),
                new Failure(
                        "InvalidAction", StsException.class, () -> tenant.sts().getSessionToken())));
    }

    @Test
    void a_typed_exception_tells_code_message_and_request() {
        ParameterAlreadyExistsException refusal = catchThrowableOfType(
                ParameterAlreadyExistsException.class,
                () -> ssm.putParameter(
                        existing("/wire/told").toBuilder().overwrite(false).build()));

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.requestId()).isNotBlank();
        assertThat(refusal.awsErrorDetails().errorMessage())
                .isEqualTo("The parameter already exists. To overwrite this value, set the overwrite option in the"
                        + " request to true.");
    }

    @Test
    void every_code_that_a_fault_can_have_is_tried() {
        Set<String> tried = Stream.concat(ssmFailures().stream(), kmsFailures().stream())
                .map(Failure::code)
                .collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(TRIED_ELSEWHERE);

        assertThat(tried).containsAll(FaultSamples.codes());
    }

    /** The SDK was generated from the service's model: what its methods declare is what the model names. */
    @Test
    void every_error_that_the_model_names_for_what_is_offered_is_tried() {
        Set<String> offered = SystemServer.running().bean(OperationCatalogue.class).all().stream()
                .filter(operation -> operation.service() == AwsService.SSM)
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<Class<?>> named = Arrays.stream(SsmClient.class.getMethods())
                .filter(method -> offered.contains(method.getName().toLowerCase(Locale.ROOT)))
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .filter(type -> SsmException.class.isAssignableFrom(type) && type != SsmException.class)
                .collect(Collectors.toSet());
        Set<Class<?>> tried = ssmFailures().stream().map(Failure::type).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named)
                .filteredOn(type -> !tried.contains(type) && !NEVER_GIVEN.contains(type))
                .containsExactlyInAnyOrderElementsOf(TRIED_IN_TESTS_OF_THEIR_OWN);
    }

    private List<Failure> ssmFailures() {
        return Stream.concat(otherSsmFailures().stream(), newerSsmFailures().stream())
                .toList();
    }

    private List<Failure> newerSsmFailures() {
        return List.of(
                new Failure(
                        "ParameterLimitExceeded",
                        ParameterLimitExceededException.class,
                        () -> FullAccount.of(tenant.in("eu-north-1")).ssm().putParameter(string("/wire/one-more"))),
                new Failure(
                        "ResourceNotFoundException",
                        ResourceNotFoundException.class,
                        () -> share(tenant.arn("ssm", "parameter/wire/missing"), "{}")),
                new Failure(
                        "ResourcePolicyInvalidParameterException",
                        ResourcePolicyInvalidParameterException.class,
                        () -> {
                            existing("/wire/standard");
                            share(tenant.arn("ssm", "parameter/wire/standard"), "{}");
                        }),
                new Failure(
                        "ResourcePolicyInvalidParameterException",
                        ResourcePolicyInvalidParameterException.class,
                        () -> ssm.getResourcePolicies(
                                request -> request.resourceArn(advanced()).nextToken("nonsense"))),
                new Failure(
                        "ResourcePolicyLimitExceededException",
                        ResourcePolicyLimitExceededException.class,
                        () -> share(advanced(), "{" + " ".repeat(1024))),
                new Failure(
                        "MalformedResourcePolicyDocumentException",
                        MalformedResourcePolicyDocumentException.class,
                        () -> share(advanced(), "{}")),
                new Failure(
                        "ResourcePolicyNotFoundException",
                        ResourcePolicyNotFoundException.class,
                        () -> ssm.deleteResourcePolicy(request ->
                                request.resourceArn(advanced()).policyId("none").policyHash("none"))),
                new Failure("ResourcePolicyConflictException", ResourcePolicyConflictException.class, () -> {
                    String arn = advanced();
                    String policyId = share(
                            arn,
                            "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"999999999999\"},"
                                    + "\"Action\":\"ssm:GetParameter\",\"Resource\":\"" + arn + "\"}}");
                    ssm.deleteResourcePolicy(request ->
                            request.resourceArn(arn).policyId(policyId).policyHash("other"));
                }),
                new Failure(
                        "ValidationException",
                        SsmException.class,
                        () -> ssm.getParameter(request -> request.name("/aws/reference/secretsmanager/db"))),
                new Failure(
                        "ParameterNotFound",
                        ParameterNotFoundException.class,
                        () -> ssm.getParameter(request ->
                                request.name("/aws/reference/secretsmanager/db").withDecryption(true))),
                new Failure(
                        "AccessDeniedException",
                        SsmException.class,
                        () -> ssm.deleteParameter(request -> request.name("/aws/reference/secretsmanager/db"))),
                new Failure(
                        "AccessDeniedException",
                        SsmException.class,
                        () -> ssm.labelParameterVersion(request ->
                                request.name("/aws/reference/secretsmanager/db").labels("a"))),
                new Failure(
                        "AccessDeniedException",
                        SsmException.class,
                        () -> ssm.putParameter(string("/aws/reference/secretsmanager/db"))));
    }

    private String advanced() {
        ssm.putParameter(
                string("/wire/shared").toBuilder().tier(ParameterTier.ADVANCED).build());
        return tenant.arn("ssm", "parameter/wire/shared");
    }

    private String share(String arn, String policy) {
        return ssm.putResourcePolicy(request -> request.resourceArn(arn).policy(policy))
                .policyId();
    }

    private List<Failure> otherSsmFailures() {
        return List.of(
                new Failure(
                        "ParameterNotFound",
                        ParameterNotFoundException.class,
                        () -> ssm.getParameter(request -> request.name("/wire/missing"))),
                new Failure(
                        "ParameterVersionNotFound",
                        ParameterVersionNotFoundException.class,
                        () -> ssm.getParameter(request ->
                                request.name(existing("/wire/versions").name() + ":99"))),
                new Failure(
                        "ParameterAlreadyExists",
                        ParameterAlreadyExistsException.class,
                        () -> ssm.putParameter(existing("/wire/exists").toBuilder()
                                .overwrite(false)
                                .build())),
                new Failure(
                        "HierarchyLevelLimitExceededException",
                        HierarchyLevelLimitExceededException.class,
                        () -> ssm.putParameter(string("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16"))),
                new Failure(
                        "InvalidAllowedPatternException",
                        InvalidAllowedPatternException.class,
                        () -> ssm.putParameter(string("/wire/pattern").toBuilder()
                                .allowedPattern("(")
                                .build())),
                new Failure(
                        "ParameterPatternMismatchException",
                        ParameterPatternMismatchException.class,
                        () -> ssm.putParameter(string("/wire/mismatch").toBuilder()
                                .allowedPattern("[0-9]+")
                                .build())),
                new Failure(
                        "UnsupportedParameterType",
                        UnsupportedParameterTypeException.class,
                        () -> ssm.putParameter(string("/wire/image").toBuilder()
                                .type(ParameterType.STRING_LIST)
                                .dataType("aws:ec2:image")
                                .build())),
                new Failure(
                        "ParameterMaxVersionLimitExceeded",
                        ParameterMaxVersionLimitExceededException.class,
                        this::hundredVersionsAndOneMore),
                new Failure(
                        "PoliciesLimitExceededException",
                        PoliciesLimitExceededException.class,
                        () -> policies(Collections.nCopies(11, EXPIRATION))),
                new Failure(
                        "InvalidPolicyTypeException",
                        InvalidPolicyTypeException.class,
                        () -> policies(List.of("{\"Type\":\"Never\",\"Version\":\"1.0\"}"))),
                new Failure(
                        "InvalidPolicyAttributeException",
                        InvalidPolicyAttributeException.class,
                        () -> policies(List.of("{\"Type\":\"Expiration\",\"Version\":\"1.0\"}"))),
                new Failure(
                        "IncompatiblePolicyException",
                        IncompatiblePolicyException.class,
                        () -> policies(List.of(EXPIRATION, EXPIRATION))),
                new Failure(
                        "ServiceSettingNotFound",
                        ServiceSettingNotFoundException.class,
                        () -> ssm.getServiceSetting(request -> request.settingId("/ssm/none"))),
                new Failure("InvalidFilterKey", InvalidFilterKeyException.class, () -> filtered("Name", "Equals", "a")),
                new Failure(
                        "InvalidFilterOption",
                        InvalidFilterOptionException.class,
                        () -> filtered("Type", "Contains", "String")),
                new Failure(
                        "InvalidFilterValue",
                        InvalidFilterValueException.class,
                        () -> filtered("Type", "Equals", "Number")),
                new Failure(
                        "InvalidNextToken",
                        InvalidNextTokenException.class,
                        () -> ssm.getParametersByPath(
                                request -> request.path("/wire").nextToken("nonsense"))),
                new Failure(
                        "ParameterVersionLabelLimitExceeded", ParameterVersionLabelLimitExceededException.class, () -> {
                            String name = existing("/wire/labels").name();
                            ssm.labelParameterVersion(request -> request.name(name)
                                    .labels(IntStream.range(0, 10)
                                            .mapToObj(number -> "label" + number)
                                            .toList()));
                            ssm.labelParameterVersion(
                                    request -> request.name(name).labels("eleventh"));
                        }),
                new Failure(
                        "ParameterVersionNotFound",
                        ParameterVersionNotFoundException.class,
                        () -> ssm.labelParameterVersion(
                                request -> request.name(existing("/wire/labels").name())
                                        .parameterVersion(99L)
                                        .labels("a"))),
                new Failure(
                        "InvalidFilterKey",
                        InvalidFilterKeyException.class,
                        () -> ssm.describeParameters(request -> request.parameterFilters(
                                filter -> filter.key("Label").values("a")))),
                new Failure(
                        "InvalidFilterOption",
                        InvalidFilterOptionException.class,
                        () -> ssm.describeParameters(request -> request.parameterFilters(
                                filter -> filter.key("Path").option("Equals").values("/a")))),
                new Failure(
                        "InvalidFilterValue",
                        InvalidFilterValueException.class,
                        () -> ssm.describeParameters(request -> request.parameterFilters(
                                filter -> filter.key("Tier").values("Gold")))),
                new Failure(
                        "InvalidNextToken",
                        InvalidNextTokenException.class,
                        () -> ssm.describeParameters(request -> request.nextToken("nonsense"))),
                new Failure(
                        "InvalidNextToken",
                        InvalidNextTokenException.class,
                        () -> ssm.getParameterHistory(request ->
                                request.name(existing("/wire/history").name()).nextToken("nonsense"))),
                new Failure(
                        "InvalidResourceType",
                        InvalidResourceTypeException.class,
                        () -> ssm.listTagsForResource(
                                request -> request.resourceType("Document").resourceId("document"))),
                new Failure(
                        "InvalidResourceId",
                        InvalidResourceIdException.class,
                        () -> ssm.removeTagsFromResource(request -> request.resourceType("Parameter")
                                .resourceId("/wire/missing")
                                .tagKeys("a"))),
                new Failure(
                        "TooManyTagsError",
                        TooManyTagsErrorException.class,
                        () -> ssm.addTagsToResource(request -> request.resourceType("Parameter")
                                .resourceId(existing("/wire/tags").name())
                                .tags(IntStream.range(0, 51)
                                        .mapToObj(number -> software.amazon.awssdk.services.ssm.model.Tag.builder()
                                                .key("key" + number)
                                                .value("")
                                                .build())
                                        .toList()))),
                new Failure("InvalidKeyId", InvalidKeyIdException.class, () -> ssm.putParameter(secure("alias/none"))),
                new Failure("InvalidKeyId", InvalidKeyIdException.class, () -> ssm.putParameter(secure(disabledKey()))),
                new Failure(
                        "AccessDeniedException",
                        SsmException.class,
                        () -> ssm.putParameter(string("/aws/wire/reserved"))),
                new Failure(
                        "AccessDeniedException",
                        SsmException.class,
                        () -> ssm.getParameter(
                                request -> request.name(otherAccount.arn("ssm", "parameter/wire/theirs")))),
                new Failure(
                        "ValidationException",
                        SsmException.class,
                        () -> ssm.putParameter(string("/wire/long").toBuilder()
                                .value("x".repeat(4097))
                                .build())),
                new Failure(
                        "ValidationException",
                        SsmException.class,
                        () -> ssm.getParameters(request -> request.names(Stream.iterate("a", name -> name + "a")
                                .limit(11)
                                .toList()))));
    }

    private List<Failure> kmsFailures() {
        return List.of(
                new Failure(
                        "NotFoundException",
                        NotFoundException.class,
                        () -> kms.describeKey(request -> request.keyId("alias/none"))),
                new Failure(
                        "InvalidArnException",
                        InvalidArnException.class,
                        () -> kms.describeKey(request -> request.keyId(tenant.arn("kms", "nothing/known")))),
                new Failure(
                        "AccessDeniedException",
                        KmsException.class,
                        () -> kms.describeKey(
                                request -> request.keyId(otherAccount.arn("kms", "key/" + key(otherAccount))))),
                new Failure(
                        "DisabledException",
                        DisabledException.class,
                        () -> kms.encrypt(
                                request -> request.keyId(disabledKey()).plaintext(BYTES))),
                new Failure(
                        "IncorrectKeyException",
                        IncorrectKeyException.class,
                        () -> kms.decrypt(request -> request.keyId(key(tenant)).ciphertextBlob(encrypted()))),
                new Failure(
                        "InvalidCiphertextException",
                        InvalidCiphertextException.class,
                        () -> kms.decrypt(request -> request.ciphertextBlob(BYTES))),
                new Failure(
                        "InvalidKeyUsageException",
                        InvalidKeyUsageException.class,
                        () -> kms.encrypt(request -> request.keyId(key(tenant))
                                .plaintext(BYTES)
                                .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256))),
                new Failure(
                        "DryRunOperationException",
                        DryRunOperationException.class,
                        () -> kms.encrypt(request ->
                                request.keyId(key(tenant)).plaintext(BYTES).dryRun(true))),
                new Failure(
                        "ValidationException",
                        KmsException.class,
                        () -> kms.generateDataKey(request -> request.keyId(key(tenant)))),
                new Failure(
                        "UnsupportedOperationException",
                        UnsupportedOperationException.class,
                        () -> kms.createKey(request -> request.multiRegion(true))),
                new Failure(
                        "MalformedPolicyDocumentException",
                        MalformedPolicyDocumentException.class,
                        () -> kms.createKey(request -> request.policy("no policy"))),
                new Failure("LimitExceededException", LimitExceededException.class, this::rotateTooOften),
                new Failure(
                        "TagException",
                        TagException.class,
                        () -> kms.createKey(request -> request.tags(
                                Tag.builder().tagKey("aws:mine").tagValue("no").build()))),
                new Failure("NotAuthorizedException", KmsException.class, () -> alias("alias/aws/mine", key(tenant))),
                new Failure(
                        "InvalidAliasNameException",
                        InvalidAliasNameException.class,
                        () -> alias("alias/", key(tenant))),
                new Failure("AlreadyExistsException", AlreadyExistsException.class, () -> {
                    String keyId = key(tenant);
                    alias("alias/twice", keyId);
                    alias("alias/twice", keyId);
                }),
                new Failure(
                        "InvalidMarkerException",
                        InvalidMarkerException.class,
                        () -> kms.listKeys(request -> request.marker("nonsense"))));
    }

    private static Stream<DynamicTest> all(List<Failure> failures) {
        return IntStream.range(0, failures.size()).mapToObj(number -> {
            Failure failure = failures.get(number);
            String name = failure.code() + " (" + (number + 1) + ")";
            return DynamicTest.dynamicTest(name, () -> assertFails(failure));
        });
    }

    private static void assertFails(Failure failure) {
        AwsServiceException refusal = catchThrowableOfType(AwsServiceException.class, failure.call()::execute);

        assertThat(refusal).as(failure.code()).isNotNull().isInstanceOf(failure.type());
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(failure.code());
        assertThat(refusal.requestId()).isNotBlank();
    }

    private void ssmAs(AwsCredentialsProvider credentials) {
        try (SsmClient client = tenant.client(SsmClient.builder(), credentials)) {
            client.getParameter(request -> request.name("/wire/any"));
        }
    }

    private void kmsAs(AwsCredentialsProvider credentials) {
        try (KmsClient client = tenant.client(KmsClient.builder(), credentials)) {
            client.listKeys();
        }
    }

    private void stsAs(AwsCredentialsProvider credentials) {
        try (StsClient client = tenant.client(StsClient.builder(), credentials)) {
            client.getCallerIdentity();
        }
    }

    private PutParameterRequest existing(String name) {
        PutParameterRequest request = string(name);
        ssm.putParameter(request);
        return request;
    }

    private static PutParameterRequest string(String name) {
        return PutParameterRequest.builder()
                .name(name)
                .value("value")
                .type(ParameterType.STRING)
                .overwrite(true)
                .build();
    }

    private static PutParameterRequest secure(String keyId) {
        return PutParameterRequest.builder()
                .name("/wire/secure")
                .value("value")
                .type(ParameterType.SECURE_STRING)
                .keyId(keyId)
                .build();
    }

    private void hundredVersionsAndOneMore() {
        ssm.putParameter(string("/wire/held"));
        ssm.labelParameterVersion(
                request -> request.name("/wire/held").parameterVersion(1L).labels("held"));
        for (int version = 2; version <= 101; version++) {
            ssm.putParameter(string("/wire/held"));
        }
    }

    private void policies(List<String> policies) {
        ssm.putParameter(string("/wire/policies").toBuilder()
                .tier(ParameterTier.ADVANCED)
                .policies("[" + String.join(",", policies) + "]")
                .build());
    }

    private void filtered(String key, String option, String value) {
        ParameterStringFilter filter = ParameterStringFilter.builder()
                .key(key)
                .option(option)
                .values(value)
                .build();
        ssm.getParametersByPath(request -> request.path("/wire").parameterFilters(filter));
    }

    private static String key(Tenant of) {
        return of.kms().createKey().keyMetadata().keyId();
    }

    private String disabledKey() {
        String keyId = key(tenant);
        kms.disableKey(request -> request.keyId(keyId));
        return keyId;
    }

    private SdkBytes encrypted() {
        return kms.encrypt(request -> request.keyId(key(tenant)).plaintext(BYTES))
                .ciphertextBlob();
    }

    private void alias(String name, String keyId) {
        kms.createAlias(request -> request.aliasName(name).targetKeyId(keyId));
    }

    private void rotateTooOften() {
        String keyId = key(tenant);
        for (int rotation = 0; rotation <= 25; rotation++) {
            kms.rotateKeyOnDemand(request -> request.keyId(keyId));
        }
    }
}
