package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetResourcePoliciesResponseEntry;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyConflictException;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyInvalidParameterException;
import software.amazon.awssdk.services.ssm.model.ResourcePolicyLimitExceededException;
import software.amazon.awssdk.services.ssm.model.SsmException;
import tools.jackson.databind.JsonNode;

/** One account shares parameters with another, which reads them, and both can see who has read what. */
class SharedParametersTest {

    private static final List<String> READING =
            List.of("ssm:GetParameter", "ssm:GetParameters", "ssm:DescribeParameters");

    private static final int READERS = 4;
    private static final int ANSWERED_ENOUGH = 50;
    private static final int DENIED_ENOUGH = 50;

    private final Tenant owner = SystemServer.newTenant();
    private final Tenant consumer = SystemServer.newTenant();
    private final Tenant stranger = SystemServer.newTenant();

    @Test
    void what_a_policy_allows_is_read_by_the_arn_and_nothing_else_is() {
        String arn = advanced("/shared/host", "db.example.com");
        String other = advanced("/shared/other", "kept");
        share(arn, READING);

        assertThat(get(consumer, arn).parameter().value()).isEqualTo("db.example.com");
        assertThat(get(consumer, arn).parameter().arn()).isEqualTo(arn);
        assertThat(get(consumer, arn + ":1").parameter().selector()).isEqualTo(":1");
        assertThat(consumer.ssm()
                        .getParameters(request -> request.names(arn, "/own/none"))
                        .parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.name()).isEqualTo("/shared/host"));
        assertThatThrownBy(() -> get(consumer, "/shared/host")).isInstanceOf(ParameterNotFoundException.class);
        assertDenied(() -> consumer.ssm().getParameterHistory(request -> request.name(arn)));
        assertDenied(() -> get(consumer, other));
        assertDenied(() -> consumer.ssm().getParameters(request -> request.names(arn, other)));
        assertDenied(() -> get(stranger, arn));
        assertDenied(() -> consumer.ssm().deleteParameter(request -> request.name(arn)));
        assertDenied(() -> consumer.ssm().getResourcePolicies(request -> request.resourceArn(arn)));
        assertDenied(() -> share(consumer, arn, READING));
    }

    @Test
    void a_refusal_is_the_same_whether_the_parameter_is_there_or_not() {
        String there = advanced("/oracle/there", "x");
        String none = owner.arn("ssm", "parameter/oracle/gone0");

        String toldOfThere =
                refusal(() -> get(consumer, there)).awsErrorDetails().errorMessage();
        String toldOfNone = refusal(() -> get(consumer, none)).awsErrorDetails().errorMessage();

        assertThat(toldOfThere)
                .isEqualTo("User: arn:aws:iam::" + consumer.account()
                        + ":root is not authorized to perform: ssm:GetParameter on resource: " + there
                        + " because no resource-based policy allows the ssm:GetParameter action");
        assertThat(toldOfNone).isEqualTo(toldOfThere.replace(there, none));
    }

    @Test
    void a_removed_policy_ends_at_once() {
        String arn = advanced("/shared/ended", "x");
        PutResourcePolicyResponse policy = share(arn, READING);
        get(consumer, arn);

        owner.ssm()
                .deleteResourcePolicy(request ->
                        request.resourceArn(arn).policyId(policy.policyId()).policyHash(policy.policyHash()));

        assertDenied(() -> get(consumer, arn));
        assertThat(listed(consumer)).isEmpty();
    }

    @Test
    @Timeout(60)
    void no_read_that_begins_after_a_removal_is_answered() throws InterruptedException {
        String arn = advanced("/shared/raced", "x");
        PutResourcePolicyResponse policy = share(arn, READING);
        Queue<Long> answeredCallsBegan = new ConcurrentLinkedQueue<>();
        AtomicInteger denied = new AtomicInteger();
        long removed;
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int reader = 0; reader < READERS; reader++) {
                readers.submit(() -> {
                    while (denied.get() < DENIED_ENOUGH) {
                        long began = System.nanoTime();
                        try {
                            get(consumer, arn);
                            answeredCallsBegan.add(began);
                        } catch (SsmException refused) {
                            denied.incrementAndGet();
                        }
                    }
                });
            }
            while (answeredCallsBegan.size() < ANSWERED_ENOUGH) {
                Thread.sleep(1);
            }
            owner.ssm()
                    .deleteResourcePolicy(request ->
                            request.resourceArn(arn).policyId(policy.policyId()).policyHash(policy.policyHash()));
            removed = System.nanoTime();
        }

        assertThat(denied.get()).isGreaterThanOrEqualTo(DENIED_ENOUGH);
        assertThat(answeredCallsBegan).allSatisfy(began -> assertThat(began).isLessThan(removed));
    }

    @Test
    void a_deleted_parameter_is_not_shared_when_its_name_comes_back() {
        String arn = advanced("/shared/again", "x");
        share(arn, READING);
        owner.ssm().deleteParameter(request -> request.name("/shared/again"));
        assertDenied(() -> get(consumer, arn));

        advanced("/shared/again", "y");

        assertDenied(() -> get(consumer, arn));
        assertThat(listed(consumer)).isEmpty();
    }

    @Test
    void a_policy_is_replaced_by_id_and_hash() {
        String arn = advanced("/shared/replaced", "x");
        PutResourcePolicyResponse first = share(arn, READING);
        String history = policy(arn, List.of("ssm:GetParameterHistory"));

        PutResourcePolicyResponse second = owner.ssm()
                .putResourcePolicy(request -> request.resourceArn(arn)
                        .policy(history)
                        .policyId(first.policyId())
                        .policyHash(first.policyHash()));

        assertThat(second.policyId()).isEqualTo(first.policyId());
        assertThat(owner.ssm()
                        .getResourcePolicies(request -> request.resourceArn(arn))
                        .policies())
                .containsExactly(GetResourcePoliciesResponseEntry.builder()
                        .policyId(second.policyId())
                        .policyHash(second.policyHash())
                        .policy(history)
                        .build());
        assertThat(consumer.ssm()
                        .getParameterHistory(request -> request.name(arn))
                        .parameters())
                .extracting(ParameterHistory::value)
                .containsExactly("x");
        assertDenied(() -> get(consumer, arn));
        assertThatThrownBy(() -> owner.ssm()
                        .deleteResourcePolicy(request -> request.resourceArn(arn)
                                .policyId(first.policyId())
                                .policyHash(first.policyHash())))
                .isInstanceOf(ResourcePolicyConflictException.class);
    }

    @Test
    void policies_are_read_page_by_page() {
        String arn = advanced("/shared/pages", "x");
        for (int policy = 0; policy < 5; policy++) {
            share(arn, READING);
        }

        assertThat(owner.ssm()
                        .getResourcePoliciesPaginator(
                                request -> request.resourceArn(arn).maxResults(2))
                        .policies())
                .extracting(GetResourcePoliciesResponseEntry::policyId)
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_error_tells_what_the_model_says_it_tells() {
        String arn = advanced("/shared/errors", "x");

        ResourcePolicyLimitExceededException limit = catchThrowableOfType(
                ResourcePolicyLimitExceededException.class,
                () -> owner.ssm()
                        .putResourcePolicy(request -> request.resourceArn(arn).policy("{" + " ".repeat(1024))));
        assertThat(limit.limit()).isEqualTo(1024);
        assertThat(limit.limitType()).isNotBlank();
        ResourcePolicyInvalidParameterException invalid = catchThrowableOfType(
                ResourcePolicyInvalidParameterException.class,
                () -> owner.ssm()
                        .putResourcePolicy(
                                request -> request.resourceArn(arn).policy("{}").policyId("id")));
        assertThat(invalid.parameterNames()).containsExactly("PolicyHash");
    }

    @Test
    void what_is_shared_is_listed_with_its_arn() {
        String one = advanced("/listed/one", "x");
        String two = advanced("/listed/two", "x");
        share(one, READING);
        share(two, List.of("ssm:GetParameter"));

        assertThat(consumer.ssm()
                        .describeParameters(request -> request.shared(true))
                        .parameters())
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.arn()).isEqualTo(one);
                    assertThat(parameter.name()).isEqualTo("/listed/one");
                    assertThat(parameter.tier()).isEqualTo(ParameterTier.ADVANCED);
                });
        assertThat(consumer.ssm().describeParameters().parameters()).isEmpty();
        assertThat(listed(stranger)).isEmpty();
        assertThat(listed(owner)).isEmpty();
        assertThat(listed(consumer.in("us-west-2"))).isEmpty();
    }

    @Test
    void a_shared_secure_string_leaves_as_ciphertext_only() {
        String keyId = owner.kms().createKey().keyMetadata().keyId();
        owner.ssm()
                .putParameter(request -> request.name("/shared/secret")
                        .value("hidden")
                        .type(ParameterType.SECURE_STRING)
                        .keyId(keyId)
                        .tier(ParameterTier.ADVANCED));
        String arn = owner.arn("ssm", "parameter/shared/secret");
        share(arn, READING);

        String ciphertext = get(consumer, arn).parameter().value();
        SsmException denied = refusal(
                () -> consumer.ssm().getParameter(request -> request.name(arn).withDecryption(true)));

        assertThat(ciphertext).doesNotContain("hidden");
        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
        assertThat(denied.awsErrorDetails().errorMessage()).contains("kms:Decrypt", keyId);
        assertThatThrownBy(() -> consumer.kms()
                        .decrypt(request -> request.keyId(owner.arn("kms", "key/" + keyId))
                                .ciphertextBlob(SdkBytes.fromByteArray(
                                        Base64.getDecoder().decode(ciphertext)))
                                .encryptionContext(Map.of("PARAMETER_ARN", arn))))
                .isInstanceOf(KmsException.class);
        assertThat(new Lookup(owner).events(LookupAttributeKey.EVENT_NAME, "Decrypt"))
                .singleElement()
                .satisfies(event -> assertToldOfRefusedDecryption(Lookup.record(event), arn));
    }

    private void assertToldOfRefusedDecryption(JsonNode record, String arn) {
        assertThat(record.at("/userIdentity/accountId").asString()).isEqualTo(consumer.account());
        assertThat(record.at("/errorCode").asString()).isEqualTo("AccessDeniedException");
        assertThat(record.at("/requestParameters/encryptionContext/PARAMETER_ARN")
                        .asString())
                .isEqualTo(arn);
    }

    @Test
    void both_accounts_see_the_read() {
        String arn = advanced("/seen/host", "x");
        share(arn, READING);
        GetParameterResponse read = get(consumer, arn);
        String requestId = read.responseMetadata().requestId();

        JsonNode callers = new Lookup(consumer).call("GetParameter", requestId);
        JsonNode owners = new Lookup(owner).call("GetParameter", requestId);

        assertThat(owners.at("/userIdentity/type").asString()).isEqualTo("AWSAccount");
        assertThat(owners.at("/userIdentity/accountId").asString()).isEqualTo(consumer.account());
        assertThat(owners.at("/recipientAccountId").asString()).isEqualTo(owner.account());
        assertThat(callers.at("/recipientAccountId").asString()).isEqualTo(consumer.account());
        assertThat(owners.at("/sharedEventID")).isEqualTo(callers.at("/sharedEventID"));
        assertThat(Lookup.text(owners, "sharedEventID")).isPresent();
        assertThat(owners.at("/eventID")).isNotEqualTo(callers.at("/eventID"));
        assertThat(new Lookup(owner).events(LookupAttributeKey.RESOURCE_NAME, "/seen/host"))
                .extracting(Event::eventName)
                .containsExactly("GetParameter", "PutResourcePolicy", "PutParameter");
        assertThat(new Lookup(owner)
                        .events(
                                LookupAttributeKey.EVENT_ID,
                                owners.at("/eventID").asString()))
                .hasSize(1);
        assertThat(new Lookup(stranger).events(LookupAttributeKey.RESOURCE_NAME, arn))
                .isEmpty();
    }

    @Test
    void no_owner_sees_what_else_was_read_with_its_parameter() {
        String arn = advanced("/mixed/host", "x");
        share(arn, READING);
        consumer.ssm()
                .putParameter(request ->
                        request.name("/mixed/own-of-consumer").value("x").type(ParameterType.STRING));

        String requestId = consumer.ssm()
                .getParameters(request -> request.names(arn, "/mixed/own-of-consumer"))
                .responseMetadata()
                .requestId();

        assertThat(new Lookup(owner).call("GetParameters", requestId).toString())
                .contains(arn)
                .doesNotContain("own-of-consumer");
    }

    @Test
    void a_change_of_sharing_is_recorded_as_it_was_sent() {
        String arn = advanced("/recorded/host", "x");
        PutResourcePolicyResponse put = share(arn, READING);

        JsonNode record = new Lookup(owner)
                .call("PutResourcePolicy", put.responseMetadata().requestId());

        assertThat(record.at("/requestParameters/resourceArn").asString()).isEqualTo(arn);
        assertThat(record.at("/requestParameters/policy").asString()).isEqualTo(policy(arn, READING));
        assertThat(record.at("/responseElements/policyId").asString()).isEqualTo(put.policyId());
        assertThat(record.at("/responseElements/policyHash").asString()).isEqualTo(put.policyHash());
        assertThat(record.at("/resources/0/ARN").asString()).isEqualTo(arn);
    }

    private String advanced(String name, String value) {
        owner.ssm()
                .putParameter(request -> request.name(name)
                        .value(value)
                        .type(ParameterType.STRING)
                        .tier(ParameterTier.ADVANCED));
        return owner.arn("ssm", "parameter" + name);
    }

    private PutResourcePolicyResponse share(String arn, List<String> actions) {
        return share(owner, arn, actions);
    }

    private PutResourcePolicyResponse share(Tenant by, String arn, List<String> actions) {
        return by.ssm().putResourcePolicy(request -> request.resourceArn(arn).policy(policy(arn, actions)));
    }

    private String policy(String arn, List<String> actions) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + "arn:aws:iam::" + consumer.account() + ":root\"},\"Action\":[\"" + String.join("\",\"", actions)
                + "\"],\"Resource\":\"" + arn + "\"}]}";
    }

    private static GetParameterResponse get(Tenant tenant, String name) {
        return tenant.ssm().getParameter(request -> request.name(name));
    }

    private static List<String> listed(Tenant tenant) {
        return tenant.ssm().describeParameters(request -> request.shared(true)).parameters().stream()
                .map(ParameterMetadata::arn)
                .toList();
    }

    private static void assertDenied(Runnable call) {
        assertThat(refusal(call).awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
    }

    private static SsmException refusal(Runnable call) {
        return Optional.ofNullable(catchThrowableOfType(SsmException.class, call::run))
                .orElseThrow(() -> new AssertionError("Answered instead of refused"));
    }
}
