package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.server.verify.VerifyCommand;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Resource;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.InvalidKeyIdException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import tools.jackson.databind.JsonNode;

/** What the store is for: values are kept, given out, and every disclosure is on record. */
class ScenarioTest {

    private static final String NAME = "/prod/db/password";
    private static final String VALUE = "S3cure!Pass";

    private final Tenant tenant = SystemServer.newTenant();
    private final Lookup lookup = new Lookup(tenant);

    @Test
    void a_secure_string_is_given_out_encrypted_or_in_the_clear() {
        String keyId = tenant.kms().createKey().keyMetadata().keyId();
        PutParameterResponse put = tenant.ssm()
                .putParameter(request -> request.name(NAME)
                        .value(VALUE)
                        .type(ParameterType.SECURE_STRING)
                        .keyId(keyId));
        assertThat(put.version()).isEqualTo(1);

        assertThat(get(NAME, true).parameter().value()).isEqualTo(VALUE);
        Parameter encrypted = get(NAME, false).parameter();
        assertThat(encrypted.type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(encrypted.arn()).isEqualTo(tenant.arn("ssm", "parameter" + NAME));
        assertThat(encrypted.value()).doesNotContain(VALUE);

        DecryptResponse decrypted = decrypt(encrypted.value(), encrypted.arn());
        assertThat(decrypted.plaintext().asUtf8String()).isEqualTo(VALUE);
        assertThatThrownBy(() -> decrypt(encrypted.value(), encrypted.arn() + "2"))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void what_is_under_the_key_of_parameter_store_is_opened_by_parameter_store_alone() {
        put(NAME, VALUE);
        Parameter encrypted = get(NAME, false).parameter();

        assertThat(get(NAME, true).parameter().value()).isEqualTo(VALUE);
        assertThatThrownBy(() -> decrypt(encrypted.value(), encrypted.arn()))
                .isInstanceOfSatisfying(
                        KmsException.class, refused -> assertThat(code(refused)).isEqualTo("AccessDeniedException"));
    }

    @Test
    void a_path_gives_out_all_that_is_under_it_page_by_page() {
        List<String> names =
                IntStream.range(0, 23).mapToObj("/pages/%02d/value"::formatted).toList();
        names.forEach(name -> put(name, "value of " + name));
        put("/elsewhere/value", "not asked for");

        List<GetParametersByPathResponse> pages = tenant
                .ssm()
                .getParametersByPathPaginator(
                        request -> request.path("/pages/").recursive(true).withDecryption(true))
                .stream()
                .toList();

        assertThat(pages).hasSize(3);
        List<Parameter> parameters =
                pages.stream().flatMap(page -> page.parameters().stream()).toList();
        assertThat(parameters).extracting(Parameter::name).containsExactlyElementsOf(names);
        assertThat(parameters)
                .allSatisfy(parameter -> assertThat(parameter.value()).isEqualTo("value of " + parameter.name()));
        assertThat(tenant.ssm()
                        .getParametersByPath(request -> request.path("/pages"))
                        .parameters())
                .isEmpty();

        List<String> recorded = pages.stream()
                .map(page -> lookup.call(
                        "GetParametersByPath", page.responseMetadata().requestId()))
                .flatMap(record -> record.at("/resources").valueStream())
                .map(resource -> resource.at("/ARN").asString())
                .toList();
        assertThat(recorded)
                .containsExactlyElementsOf(names.stream()
                        .map(name -> tenant.arn("ssm", "parameter" + name))
                        .toList());
    }

    @Test
    void the_key_of_parameter_store_is_not_its_users_to_rotate() {
        put(NAME, VALUE);
        String keyId = tenant.kms()
                .describeKey(request -> request.keyId("alias/aws/ssm"))
                .keyMetadata()
                .keyId();

        assertThatThrownBy(() -> tenant.kms().rotateKeyOnDemand(request -> request.keyId(keyId)))
                .isInstanceOfSatisfying(
                        KmsException.class, refused -> assertThat(code(refused)).isEqualTo("AccessDeniedException"));
        assertThatThrownBy(() -> tenant.kms().rotateKeyOnDemand(request -> request.keyId("alias/aws/ssm")))
                .isInstanceOfSatisfying(
                        KmsException.class, refused -> assertThat(code(refused)).isEqualTo("NotFoundException"));
    }

    @Test
    void what_was_encrypted_before_a_rotation_still_opens_after_it() {
        String keyId = tenant.kms()
                .createKey(request -> request.description("for payments"))
                .keyMetadata()
                .keyId();
        tenant.kms().createAlias(request -> request.aliasName("alias/payments").targetKeyId(keyId));
        tenant.ssm()
                .putParameter(request -> request.name(NAME)
                        .value(VALUE)
                        .type(ParameterType.SECURE_STRING)
                        .keyId("alias/payments"));
        Parameter before = get(NAME, false).parameter();

        String requestId = tenant.kms()
                .rotateKeyOnDemand(request -> request.keyId(keyId))
                .responseMetadata()
                .requestId();

        assertThat(get(NAME, true).parameter().value()).isEqualTo(VALUE);
        DecryptResponse old = decrypt(before.value(), before.arn());
        assertThat(old.plaintext().asUtf8String()).isEqualTo(VALUE);
        tenant.ssm().putParameter(request -> request.name(NAME).value("newer").overwrite(true));
        Parameter after = get(NAME, false).parameter();
        DecryptResponse young = decrypt(after.value(), after.arn());
        assertThat(young.plaintext().asUtf8String()).isEqualTo("newer");
        assertThat(young.keyMaterialId()).isNotEqualTo(old.keyMaterialId());

        JsonNode rotation = lookup.call("RotateKey", requestId);
        assertThat(rotation.at("/eventType").asString()).isEqualTo("AwsServiceEvent");
        assertThat(rotation.at("/serviceEventDetails/rotationType").asString()).isEqualTo("ON_DEMAND");
        assertThat(rotation.at("/serviceEventDetails/previousKeyMaterialId").asString())
                .isEqualTo(old.keyMaterialId());
        assertThat(rotation.at("/serviceEventDetails/currentKeyMaterialId").asString())
                .isEqualTo(young.keyMaterialId());
    }

    @ParameterizedTest
    @EnumSource(value = LookupAttributeKey.class, mode = Mode.EXCLUDE, names = "UNKNOWN_TO_SDK_VERSION")
    void an_attribute_finds_a_call_as_soon_as_it_is_answered(LookupAttributeKey key) {
        put(NAME, VALUE);
        Map<LookupAttributeKey, Function<String, String>> values = Map.of(
                LookupAttributeKey.EVENT_ID, this::eventId,
                LookupAttributeKey.EVENT_NAME, requestId -> "GetParameter",
                LookupAttributeKey.READ_ONLY, requestId -> "true",
                LookupAttributeKey.USERNAME, requestId -> "root",
                LookupAttributeKey.RESOURCE_TYPE, requestId -> "AWS::SSM::Parameter",
                LookupAttributeKey.RESOURCE_NAME, requestId -> NAME,
                LookupAttributeKey.EVENT_SOURCE, requestId -> "ssm.amazonaws.com",
                LookupAttributeKey.ACCESS_KEY_ID, requestId -> tenant.accessKey());

        for (int repetition = 0; repetition < 3; repetition++) {
            String requestId = get(NAME, false).responseMetadata().requestId();
            List<Event> events = lookup.events(key, values.get(key).apply(requestId));

            assertThat(Lookup.records(events, requestId)).hasSize(1);
        }
        if (key != LookupAttributeKey.ACCESS_KEY_ID) {
            assertThat(lookup.events(key, key == LookupAttributeKey.READ_ONLY ? "false" : "something else"))
                    .noneMatch(event -> event.eventName().equals("GetParameter"));
        }
    }

    @Test
    void a_call_is_found_at_once_while_many_others_are_made() throws Exception {
        int callers = 8;
        int callsOfEach = 15;
        List<Callable<List<String>>> tasks = IntStream.range(0, callers)
                .mapToObj(caller -> (Callable<List<String>>) () -> notFoundAtOnce("/busy/" + caller, callsOfEach))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> notFound : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                assertThat(notFound.get()).isEmpty();
            }
        }
        assertThat(lookup.events(LookupAttributeKey.EVENT_NAME, "GetParameter")).hasSize(callers * callsOfEach);
    }

    /** The request ids of reads whose record was not there when they had been answered. */
    private List<String> notFoundAtOnce(String name, int calls) {
        put(name, VALUE);
        List<String> notFound = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            String requestId = get(name, true).responseMetadata().requestId();
            if (Lookup.records(lookup.events(LookupAttributeKey.RESOURCE_NAME, name), requestId)
                    .isEmpty()) {
                notFound.add(requestId);
            }
        }
        return notFound;
    }

    @Test
    void a_resource_is_found_by_its_arn_too() {
        String requestId = put(NAME, VALUE).responseMetadata().requestId();

        List<Event> events = lookup.events(LookupAttributeKey.RESOURCE_NAME, tenant.arn("ssm", "parameter" + NAME));
        assertThat(Lookup.records(events, requestId)).hasSize(1);
    }

    @Test
    void the_record_of_a_read_tells_everything_but_the_value() {
        put(NAME, VALUE);
        GetParameterResponse read = get(NAME, true);
        String requestId = read.responseMetadata().requestId();

        JsonNode record = lookup.call("GetParameter", requestId);

        assertThat(record.at("/eventVersion").asString()).isEqualTo("1.11");
        assertThat(record.at("/eventSource").asString()).isEqualTo("ssm.amazonaws.com");
        assertThat(record.at("/awsRegion").asString()).isEqualTo(tenant.region());
        assertThat(record.at("/recipientAccountId").asString()).isEqualTo(tenant.account());
        assertThat(record.at("/userIdentity/type").asString()).isEqualTo("Root");
        assertThat(record.at("/userIdentity/accessKeyId").asString()).isEqualTo(tenant.accessKey());
        assertThat(record.at("/sourceIPAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(record.at("/userAgent").asString()).contains("aws-sdk-java/2");
        assertThat(record.at("/readOnly").asBoolean()).isTrue();
        assertThat(record.at("/eventType").asString()).isEqualTo("AwsApiCall");
        assertThat(record.at("/eventCategory").asString()).isEqualTo("Management");
        assertThat(record.at("/requestParameters/name").asString()).isEqualTo(NAME);
        assertThat(record.at("/requestParameters/withDecryption").asBoolean()).isTrue();
        assertThat(record.at("/responseElements").isNull()).isTrue();
        assertThat(record.at("/resources/0/ARN").asString())
                .isEqualTo(read.parameter().arn());
        assertThat(record.at("/resources/0/accountId").asString()).isEqualTo(tenant.account());
        assertThat(record.at("/additionalEventData/attestore:disclosed").toString())
                .isEqualTo("[{\"name\":\"/prod/db/password\",\"versions\":[1]}]");
        assertThat(record.has("errorCode")).isFalse();
        assertThat(record.toString()).doesNotContain(VALUE);
    }

    @Test
    void the_record_of_a_put_hides_the_value_and_tells_the_version() {
        String requestId = put(NAME, VALUE).responseMetadata().requestId();

        JsonNode record = lookup.call("PutParameter", requestId);

        assertThat(record.at("/requestParameters/value").asString()).isEqualTo("HIDDEN_DUE_TO_SECURITY_REASONS");
        assertThat(record.at("/requestParameters/name").asString()).isEqualTo(NAME);
        assertThat(record.at("/responseElements/version").asInt()).isEqualTo(1);
        assertThat(record.at("/responseElements/tier").asString()).isEqualTo("Standard");
        assertThat(record.at("/readOnly").asBoolean()).isFalse();
        assertThat(record.toString()).doesNotContain(VALUE);
    }

    @Test
    void every_use_of_a_key_stands_beside_the_call_that_made_it() {
        String putId = put(NAME, VALUE).responseMetadata().requestId();
        put("/prod/db/user", "app");
        GetParametersByPathResponse read = tenant.ssm()
                .getParametersByPath(
                        request -> request.path("/prod").recursive(true).withDecryption(true));
        String keyArn = tenant.kms()
                .describeKey(request -> request.keyId("alias/aws/ssm"))
                .keyMetadata()
                .arn();

        assertThat(contextOf(lookup.call("Encrypt", putId))).isEqualTo(tenant.arn("ssm", "parameter" + NAME));
        List<JsonNode> decryptions = Lookup.records(
                lookup.events(LookupAttributeKey.RESOURCE_NAME, keyArn),
                read.responseMetadata().requestId());
        assertThat(decryptions)
                .extracting(ScenarioTest::contextOf)
                .containsExactlyInAnyOrder(
                        tenant.arn("ssm", "parameter/prod/db/password"), tenant.arn("ssm", "parameter/prod/db/user"));
        assertThat(decryptions).allSatisfy(record -> {
            assertThat(record.at("/eventName").asString()).isEqualTo("Decrypt");
            assertThat(record.at("/eventSource").asString()).isEqualTo("kms.amazonaws.com");
            assertThat(record.at("/userIdentity/invokedBy").asString()).isEqualTo("ssm.amazonaws.com");
            assertThat(record.at("/resources/0/ARN").asString()).isEqualTo(keyArn);
        });
    }

    @Test
    void a_read_without_decryption_uses_no_key() {
        put(NAME, VALUE);
        String requestId = get(NAME, false).responseMetadata().requestId();

        assertThat(Lookup.records(lookup.events(), requestId)).hasSize(1);
    }

    @Test
    void a_refused_call_is_on_record_with_its_error_code() {
        assertThatThrownBy(() -> get("/nothing/here", true))
                .isInstanceOfSatisfying(ParameterNotFoundException.class, refused -> {
                    JsonNode record = lookup.call("GetParameter", refused.requestId());
                    assertThat(record.at("/errorCode").asString()).isEqualTo("ParameterNotFound");
                    assertThat(record.at("/requestParameters/name").asString()).isEqualTo("/nothing/here");
                    assertThat(record.at("/responseElements").isNull()).isTrue();
                });
        assertThat(lookup.events(LookupAttributeKey.RESOURCE_NAME, "/nothing/here"))
                .hasSize(1);
    }

    @Test
    void a_read_that_its_key_refuses_is_on_record_for_both_services() {
        String keyId = tenant.kms().createKey(request -> {}).keyMetadata().keyId();
        tenant.ssm()
                .putParameter(request -> request.name(NAME)
                        .value(VALUE)
                        .type(ParameterType.SECURE_STRING)
                        .keyId(keyId));
        tenant.kms().disableKey(request -> request.keyId(keyId));

        assertThatThrownBy(() -> get(NAME, true)).isInstanceOfSatisfying(InvalidKeyIdException.class, refused -> {
            assertThat(lookup.call("GetParameter", refused.requestId())
                            .at("/errorCode")
                            .asString())
                    .isEqualTo("InvalidKeyId");
            assertThat(lookup.call("Decrypt", refused.requestId())
                            .at("/errorCode")
                            .asString())
                    .isEqualTo("DisabledException");
        });
        tenant.kms().enableKey(request -> request.keyId(keyId));
        assertThat(get(NAME, true).parameter().value()).isEqualTo(VALUE);
    }

    @Test
    void the_trail_comes_in_pages_newest_first_without_gap_or_repetition() {
        List<String> requestIds = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requestIds.addFirst(
                    tenant.sts().getCallerIdentity().responseMetadata().requestId());
        }
        List<LookupEventsResponse> pages = tenant
                .cloudTrail()
                .lookupEventsPaginator(request -> request.maxResults(5)
                        .lookupAttributes(attribute -> attribute
                                .attributeKey(LookupAttributeKey.EVENT_NAME)
                                .attributeValue("GetCallerIdentity")))
                .stream()
                .toList();

        assertThat(pages).extracting(page -> page.events().size()).containsExactly(5, 5, 2);
        assertThat(pages)
                .flatExtracting(LookupEventsResponse::events)
                .extracting(
                        event -> Lookup.record((Event) event).at("/requestID").asString())
                .containsExactlyElementsOf(requestIds);
    }

    @Test
    void an_event_tells_what_its_record_tells() {
        put(NAME, VALUE);
        Event event = lookup.events(LookupAttributeKey.RESOURCE_NAME, NAME).getFirst();

        JsonNode record = Lookup.record(event);
        assertThat(event.eventId()).isEqualTo(record.at("/eventID").asString());
        assertThat(event.eventName()).isEqualTo("PutParameter");
        assertThat(event.eventSource()).isEqualTo("ssm.amazonaws.com");
        assertThat(event.username()).isEqualTo("root");
        assertThat(event.accessKeyId()).isEqualTo(tenant.accessKey());
        assertThat(event.readOnly()).isEqualTo("false");
        assertThat(event.eventTime()).hasToString(record.at("/eventTime").asString());
        assertThat(event.resources())
                .containsExactly(Resource.builder()
                        .resourceType("AWS::SSM::Parameter")
                        .resourceName(NAME)
                        .build());
    }

    @Test
    void the_caller_learns_who_it_is() {
        GetCallerIdentityResponse identity = tenant.sts().getCallerIdentity();

        assertThat(identity.account()).isEqualTo(tenant.account());
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::" + tenant.account() + ":root");
    }

    @Test
    void the_log_is_whole_with_all_of_this_in_it() {
        put(NAME, VALUE);
        get(NAME, true);
        List<String> lines = new ArrayList<>();

        int exitCode = VerifyCommand.run(
                Map.of("attestore.data", SystemServer.running().data().toString()), lines::add);

        assertThat(exitCode).as(String.join("\n", lines)).isZero();
        assertThat(lines).contains("The record is whole.");
    }

    private PutParameterResponse put(String name, String value) {
        return tenant.ssm()
                .putParameter(request -> request.name(name).value(value).type(ParameterType.SECURE_STRING));
    }

    private GetParameterResponse get(String name, boolean withDecryption) {
        return tenant.ssm().getParameter(request -> request.name(name).withDecryption(withDecryption));
    }

    private DecryptResponse decrypt(String base64, String parameterArn) {
        SdkBytes blob = SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
        return tenant.kms()
                .decrypt(request ->
                        request.ciphertextBlob(blob).encryptionContext(Map.of("PARAMETER_ARN", parameterArn)));
    }

    private String eventId(String requestId) {
        return lookup.call("GetParameter", requestId).at("/eventID").asString();
    }

    private static String contextOf(JsonNode record) {
        return record.at("/requestParameters/encryptionContext/PARAMETER_ARN").asString();
    }

    private static String code(KmsException refused) {
        return refused.awsErrorDetails().errorCode();
    }
}
