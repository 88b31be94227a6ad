package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.OperationCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.kms.model.CreateGrantResponse;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is offered is recorded, answered or refused: a new operation without a case here fails this test. What AWS's
 * SDK cannot call is shown by {@link ExtensionsTest}, and IAM has its own, {@link EveryIamOperationTest}.
 */
class EveryOperationIsRecordedTest {

    private static final SdkBytes PLAINTEXT = SdkBytes.fromUtf8String("plaintext");

    private static final String SETTING = "/ssm/parameter-store/high-throughput-enabled";

    private final Tenant tenant = SystemServer.newTenant();
    private final Lookup lookup = new Lookup(tenant);
    private final String keyId = newKey();
    private final Map<String, Case> cases = cases();

    /**
     * Two calls of an operation.
     *
     * @param answered one that is answered
     * @param refused one that is authenticated and then refused
     * @param refusedAs the name under which the refusal is recorded
     */
    private record Case(Supplier<? extends AwsResponse> answered, Supplier<?> refused, String refusedAs) {}

    @Test
    void every_operation_that_is_offered_has_its_case() {
        assertThat(SystemServer.running().bean(OperationCatalogue.class).all())
                .extracting(Operation::qualifiedName)
                .filteredOn(name -> !name.startsWith("attestore.") && !name.startsWith("iam."))
                .containsExactlyInAnyOrderElementsOf(cases.keySet());
    }

    @TestFactory
    Stream<DynamicTest> an_answered_call_is_found_by_its_request_id() {
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    AwsResponse response = each.getValue().answered().get();

                    JsonNode record = lookup.call(name(each.getKey()), requestId(response));
                    assertThat(record.at("/eventSource").asString()).isEqualTo(eventSource(each.getKey()));
                    assertThat(record.has("errorCode")).isFalse();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_refused_call_is_found_by_its_request_id() {
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    AwsServiceException refusal = catchThrowableOfType(
                            AwsServiceException.class,
                            () -> each.getValue().refused().get());

                    assertThat(refusal).isNotNull();
                    JsonNode record = lookup.call(each.getValue().refusedAs(), refusal.requestId());
                    assertThat(record.at("/eventSource").asString()).isEqualTo(eventSource(each.getKey()));
                    assertThat(record.at("/errorCode").asString())
                            .isEqualTo(refusal.awsErrorDetails().errorCode());
                }));
    }

    private Map<String, Case> cases() {
        Map<String, Case> all = new LinkedHashMap<>();
        parameters(all);
        keys(all);
        keyUses(all);
        add(
                all,
                "cloudtrail.LookupEvents",
                () -> tenant.cloudTrail().lookupEvents(),
                () -> tenant.cloudTrail().lookupEvents(request -> request.maxResults(51)));
        all.put(
                "sts.GetCallerIdentity",
                new Case(
                        () -> tenant.sts().getCallerIdentity(),
                        this::callerIdentityOfAnotherVersion,
                        "UnknownOperation"));
        return all;
    }

    private void parameters(Map<String, Case> all) {
        add(
                all,
                "ssm.PutParameter",
                () -> tenant.ssm()
                        .putParameter(request ->
                                request.name("/every/put").value("value").type(ParameterType.STRING)),
                () -> tenant.ssm()
                        .putParameter(request -> request.name("/every/put").value("no type")));
        add(
                all,
                "ssm.GetParameter",
                () -> tenant.ssm().getParameter(request -> request.name(existing("/every/get"))),
                () -> tenant.ssm().getParameter(request -> request.name("/every/missing")));
        add(
                all,
                "ssm.GetParameters",
                () -> tenant.ssm().getParameters(request -> request.names(existing("/every/list"))),
                () -> tenant.ssm().getParameters(request -> request.names("not a name")));
        add(
                all,
                "ssm.GetParametersByPath",
                () -> tenant.ssm().getParametersByPath(request -> request.path("/every")),
                () -> tenant.ssm().getParametersByPath(request -> request.path("no path")));
        add(
                all,
                "ssm.GetParameterHistory",
                () -> tenant.ssm().getParameterHistory(request -> request.name(existing("/every/history"))),
                () -> tenant.ssm().getParameterHistory(request -> request.name("/every/missing")));
        add(
                all,
                "ssm.GetServiceSetting",
                () -> tenant.ssm().getServiceSetting(request -> request.settingId(SETTING)),
                () -> tenant.ssm().getServiceSetting(request -> request.settingId("/none")));
        add(
                all,
                "ssm.UpdateServiceSetting",
                () -> tenant.ssm()
                        .updateServiceSetting(
                                request -> request.settingId(SETTING).settingValue("true")),
                () -> tenant.ssm()
                        .updateServiceSetting(
                                request -> request.settingId(SETTING).settingValue("maybe")));
        add(
                all,
                "ssm.ResetServiceSetting",
                () -> tenant.ssm().resetServiceSetting(request -> request.settingId(SETTING)),
                () -> tenant.ssm().resetServiceSetting(request -> request.settingId("/none")));
        add(
                all,
                "ssm.DeleteParameter",
                () -> tenant.ssm().deleteParameter(request -> request.name(existing("/every/delete"))),
                () -> tenant.ssm().deleteParameter(request -> request.name("/every/missing")));
        add(
                all,
                "ssm.DeleteParameters",
                () -> tenant.ssm().deleteParameters(request -> request.names(existing("/every/deletes"))),
                () -> tenant.ssm().deleteParameters(request -> request.names(new String[0])));
        lists(all);
        labelsAndTags(all);
        resourcePolicies(all);
    }

    private void resourcePolicies(Map<String, Case> all) {
        add(
                all,
                "ssm.PutResourcePolicy",
                () -> tenant.ssm()
                        .putResourcePolicy(request ->
                                request.resourceArn(advanced("/every/shared")).policy(policy("shared"))),
                () -> tenant.ssm()
                        .putResourcePolicy(request ->
                                request.resourceArn(parameterArn("missing")).policy("{}")));
        add(
                all,
                "ssm.GetResourcePolicies",
                () -> tenant.ssm().getResourcePolicies(request -> request.resourceArn(advanced("/every/policies"))),
                () -> tenant.ssm().getResourcePolicies(request -> request.resourceArn(parameterArn("missing"))));
        add(
                all,
                "ssm.DeleteResourcePolicy",
                () -> {
                    PutResourcePolicyResponse policy = tenant.ssm()
                            .putResourcePolicy(request -> request.resourceArn(advanced("/every/unshared"))
                                    .policy(policy("unshared")));
                    return tenant.ssm()
                            .deleteResourcePolicy(request -> request.resourceArn(parameterArn("unshared"))
                                    .policyId(policy.policyId())
                                    .policyHash(policy.policyHash()));
                },
                () -> tenant.ssm()
                        .deleteResourcePolicy(request -> request.resourceArn(advanced("/every/policies"))
                                .policyId("none")
                                .policyHash("none")));
    }

    private String advanced(String name) {
        tenant.ssm()
                .putParameter(request -> request.name(name)
                        .value("value")
                        .type(ParameterType.STRING)
                        .tier(ParameterTier.ADVANCED)
                        .overwrite(true));
        return tenant.arn("ssm", "parameter" + name);
    }

    private String parameterArn(String name) {
        return tenant.arn("ssm", "parameter/every/" + name);
    }

    private String policy(String name) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"999999999999\"},"
                + "\"Action\":\"ssm:GetParameter\",\"Resource\":\"" + parameterArn(name) + "\"}}";
    }

    private void lists(Map<String, Case> all) {
        add(
                all,
                "ssm.DescribeParameters",
                () -> tenant.ssm().describeParameters(),
                () -> tenant.ssm().describeParameters(request -> request.maxResults(51)));
        add(
                all,
                "ssm.ListTagsForResource",
                () -> tenant.ssm()
                        .listTagsForResource(
                                request -> request.resourceType("Parameter").resourceId(existing("/every/tags"))),
                () -> tenant.ssm()
                        .listTagsForResource(
                                request -> request.resourceType("Parameter").resourceId("/every/missing")));
    }

    private void labelsAndTags(Map<String, Case> all) {
        add(
                all,
                "ssm.LabelParameterVersion",
                () -> tenant.ssm()
                        .labelParameterVersion(request ->
                                request.name(existing("/every/label")).labels("green")),
                () -> tenant.ssm()
                        .labelParameterVersion(
                                request -> request.name("/every/missing").labels("green")));
        add(
                all,
                "ssm.UnlabelParameterVersion",
                () -> tenant.ssm()
                        .unlabelParameterVersion(request -> request.name(existing("/every/unlabel"))
                                .parameterVersion(1L)
                                .labels("green")),
                () -> tenant.ssm()
                        .unlabelParameterVersion(request -> request.name("/every/missing")
                                .parameterVersion(1L)
                                .labels("green")));
        add(
                all,
                "ssm.AddTagsToResource",
                () -> tenant.ssm()
                        .addTagsToResource(request -> request.resourceType("Parameter")
                                .resourceId(existing("/every/tagged"))
                                .tags(tag -> tag.key("owner").value("me"))),
                () -> tenant.ssm()
                        .addTagsToResource(request -> request.resourceType("Document")
                                .resourceId("document")
                                .tags(tag -> tag.key("owner").value("me"))));
        add(
                all,
                "ssm.RemoveTagsFromResource",
                () -> tenant.ssm()
                        .removeTagsFromResource(request -> request.resourceType("Parameter")
                                .resourceId(existing("/every/untagged"))
                                .tagKeys("owner")),
                () -> tenant.ssm()
                        .removeTagsFromResource(request -> request.resourceType("Parameter")
                                .resourceId("/every/missing")
                                .tagKeys("owner")));
    }

    private void grants(Map<String, Case> all) {
        add(
                all,
                "kms.CreateGrant",
                this::newGrant,
                () -> tenant.kms()
                        .createGrant(
                                r -> r.keyId(keyId).granteePrincipal("nobody").operations(GrantOperation.ENCRYPT)));
        add(
                all,
                "kms.ListGrants",
                () -> tenant.kms().listGrants(r -> r.keyId(keyId)),
                () -> tenant.kms().listGrants(r -> r.keyId("alias/none")));
        add(
                all,
                "kms.ListRetirableGrants",
                () -> tenant.kms().listRetirableGrants(r -> r.retiringPrincipal(rootArn())),
                () -> tenant.kms().listRetirableGrants(r -> r.retiringPrincipal("nobody")));
        add(
                all,
                "kms.RetireGrant",
                () -> tenant.kms().retireGrant(r -> r.grantToken(newGrant().grantToken())),
                () -> tenant.kms().retireGrant(r -> r.keyId(keyId).grantId("none")));
        add(
                all,
                "kms.RevokeGrant",
                () -> tenant.kms()
                        .revokeGrant(r -> r.keyId(keyId).grantId(newGrant().grantId())),
                () -> tenant.kms().revokeGrant(r -> r.keyId(keyId).grantId("none")));
    }

    private CreateGrantResponse newGrant() {
        return tenant.kms()
                .createGrant(r -> r.keyId(keyId)
                        .granteePrincipal(rootArn())
                        .retiringPrincipal(rootArn())
                        .operations(GrantOperation.ENCRYPT));
    }

    private String rootArn() {
        return "arn:aws:iam::" + tenant.account() + ":root";
    }

    private void keys(Map<String, Case> all) {
        add(
                all,
                "kms.CreateKey",
                () -> tenant.kms().createKey(),
                () -> tenant.kms().createKey(request -> request.multiRegion(true)));
        add(
                all,
                "kms.DescribeKey",
                () -> tenant.kms().describeKey(request -> request.keyId(keyId)),
                () -> tenant.kms().describeKey(request -> request.keyId("alias/none")));
        add(
                all,
                "kms.CreateAlias",
                () -> tenant.kms()
                        .createAlias(request -> request.aliasName("alias/every").targetKeyId(keyId)),
                () -> tenant.kms()
                        .createAlias(
                                request -> request.aliasName("alias/aws/every").targetKeyId(keyId)));
        add(
                all,
                "kms.ListAliases",
                () -> tenant.kms().listAliases(),
                () -> tenant.kms().listAliases(request -> request.limit(0)));
        add(
                all,
                "kms.ListKeys",
                () -> tenant.kms().listKeys(),
                () -> tenant.kms().listKeys(request -> request.limit(0)));
        add(
                all,
                "kms.DisableKey",
                () -> tenant.kms().disableKey(request -> request.keyId(newKey())),
                () -> tenant.kms().disableKey(request -> request.keyId("alias/none")));
        add(
                all,
                "kms.EnableKey",
                () -> tenant.kms().enableKey(request -> request.keyId(keyId)),
                () -> tenant.kms().enableKey(request -> request.keyId("alias/none")));
        add(
                all,
                "kms.GetKeyPolicy",
                () -> tenant.kms().getKeyPolicy(request -> request.keyId(keyId)),
                () -> tenant.kms().getKeyPolicy(request -> request.keyId(keyId).policyName("another")));
        add(
                all,
                "kms.ListKeyPolicies",
                () -> tenant.kms().listKeyPolicies(request -> request.keyId(keyId)),
                () -> tenant.kms().listKeyPolicies(request -> request.keyId("alias/none")));
        add(
                all,
                "kms.PutKeyPolicy",
                () -> tenant.kms()
                        .putKeyPolicy(request -> request.keyId(keyId)
                                .policy(tenant.kms()
                                        .getKeyPolicy(asked -> asked.keyId(keyId))
                                        .policy())),
                () -> tenant.kms().putKeyPolicy(request -> request.keyId(keyId).policy("{}")));
        grants(all);
        add(
                all,
                "kms.TagResource",
                () -> tenant.kms()
                        .tagResource(request -> request.keyId(keyId)
                                .tags(tag -> tag.tagKey("owner").tagValue("payments"))),
                () -> tenant.kms()
                        .tagResource(request -> request.keyId(keyId)
                                .tags(tag -> tag.tagKey("aws:x").tagValue("reserved"))));
        add(
                all,
                "kms.UntagResource",
                () -> tenant.kms().untagResource(request -> request.keyId(keyId).tagKeys("owner")),
                () -> tenant.kms()
                        .untagResource(request -> request.keyId("alias/none").tagKeys("owner")));
        add(
                all,
                "kms.ListResourceTags",
                () -> tenant.kms().listResourceTags(request -> request.keyId(keyId)),
                () -> tenant.kms().listResourceTags(request -> request.keyId("alias/none")));
        add(
                all,
                "kms.RotateKeyOnDemand",
                () -> tenant.kms().rotateKeyOnDemand(request -> request.keyId(keyId)),
                () -> tenant.kms().rotateKeyOnDemand(request -> request.keyId("alias/none")));
    }

    private void keyUses(Map<String, Case> all) {
        add(
                all,
                "kms.Encrypt",
                () -> tenant.kms().encrypt(request -> request.keyId(keyId).plaintext(PLAINTEXT)),
                () -> tenant.kms()
                        .encrypt(request -> request.keyId("alias/none").plaintext(PLAINTEXT)));
        add(
                all,
                "kms.Decrypt",
                () -> tenant.kms()
                        .decrypt(request -> request.ciphertextBlob(tenant.kms()
                                .encrypt(encrypt -> encrypt.keyId(keyId).plaintext(PLAINTEXT))
                                .ciphertextBlob())),
                () -> tenant.kms().decrypt(request -> request.ciphertextBlob(PLAINTEXT)));
        add(
                all,
                "kms.GenerateDataKey",
                () -> tenant.kms()
                        .generateDataKey(request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256)),
                () -> tenant.kms().generateDataKey(request -> request.keyId(keyId)));
    }

    private static void add(
            Map<String, Case> all, String operation, Supplier<? extends AwsResponse> answered, Supplier<?> refused) {
        all.put(operation, new Case(answered, refused, name(operation)));
    }

    /**
     * GetCallerIdentity takes no input and everybody may call it: only a version that the service has not is refused.
     */
    private GetCallerIdentityResponse callerIdentityOfAnotherVersion() {
        ExecutionInterceptor otherVersion = new ExecutionInterceptor() {
            @Override
            public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                return context.httpRequest().copy(request -> request.putRawQueryParameter("Version", "2001-01-01"));
            }
        };
        try (StsClient sts = tenant.client(StsClient.builder(), otherVersion)) {
            return sts.getCallerIdentity();
        }
    }

    private String existing(String name) {
        tenant.ssm()
                .putParameter(request -> request.name(name)
                        .value("value")
                        .type(ParameterType.STRING)
                        .overwrite(true));
        return name;
    }

    private String newKey() {
        return tenant.kms().createKey().keyMetadata().keyId();
    }

    private static String eventSource(String qualifiedName) {
        return qualifiedName.substring(0, qualifiedName.indexOf('.')) + ".amazonaws.com";
    }

    private static String name(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.indexOf('.') + 1);
    }

    private static String requestId(AwsResponse response) {
        return response.responseMetadata().requestId();
    }
}
