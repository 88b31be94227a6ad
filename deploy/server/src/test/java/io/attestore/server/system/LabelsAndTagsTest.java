package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ParametersFilterKey;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.Tag;
import software.amazon.awssdk.services.ssm.model.UnlabelParameterVersionResponse;

/** Labels, tags and lists, as a program with the AWS SDK uses them. */
class LabelsAndTagsTest {

    private final Tenant tenant = SystemServer.newTenant();
    private final SsmClient ssm = tenant.ssm();

    @Test
    void a_label_moves_from_version_to_version_and_selects() {
        put("/app/db", "old");
        put("/app/db", "new");

        LabelParameterVersionResponse labelled = ssm.labelParameterVersion(
                request -> request.name("/app/db").parameterVersion(1L).labels("live", "first", "1st", "aws-x"));
        assertThat(labelled.invalidLabels()).containsExactly("1st", "aws-x");
        assertThat(labelled.parameterVersion()).isEqualTo(1);
        assertThat(read("/app/db:live").value()).isEqualTo("old");
        assertThat(read(tenant.arn("ssm", "parameter/app/db:live")).selector()).isEqualTo(":live");

        ssm.labelParameterVersion(request -> request.name("/app/db").labels("live"));
        assertThat(read("/app/db:live").value()).isEqualTo("new");
        assertThat(ssm.getParameterHistory(request -> request.name("/app/db")).parameters())
                .extracting(ParameterHistory::labels)
                .containsExactly(List.of("first"), List.of("live"));
        assertThat(ssm.getParameters(request -> request.names("/app/db:live", "/app/db:1", "/app/db:none"))
                        .invalidParameters())
                .containsExactly("/app/db:none");

        UnlabelParameterVersionResponse unlabelled = ssm.unlabelParameterVersion(
                request -> request.name("/app/db").parameterVersion(2L).labels("live", "first"));
        assertThat(unlabelled.removedLabels()).containsExactly("live");
        assertThat(unlabelled.invalidLabels()).containsExactly("first");
        assertThat(ssm.getParametersByPath(request -> request.path("/app")
                                .parameterFilters(filter("Label", "Equals", "first")))
                        .parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.value()).isEqualTo("old"));
    }

    @Test
    void tags_come_with_a_parameter_or_later_and_go() {
        ssm.putParameter(request -> request.name("/tagged/x")
                .value("v")
                .type(ParameterType.STRING)
                .tags(tag("env", "prod"), tag("owner", "me")));
        ssm.addTagsToResource(request -> request.resourceType(ResourceTypeForTagging.PARAMETER)
                .resourceId("/tagged/x")
                .tags(tag("env", "test"), tag("Straße", "a+b=c/d:e@f-g_h.i ü")));
        ssm.removeTagsFromResource(request -> request.resourceType(ResourceTypeForTagging.PARAMETER)
                .resourceId("/tagged/x")
                .tagKeys("owner", "none"));

        assertThat(tagsOf("/tagged/x")).isEqualTo(Map.of("env", "test", "Straße", "a+b=c/d:e@f-g_h.i ü"));
        assertThat(described(filter("tag:env", "Equals", "test"))).containsExactly("/tagged/x");
        assertThat(described(ParameterStringFilter.builder().key("tag:owner").build()))
                .isEmpty();

        ssm.deleteParameter(request -> request.name("/tagged/x"));
        put("/tagged/x", "again");
        assertThat(tagsOf("/tagged/x")).isEmpty();
    }

    @Test
    void parameters_are_described_page_by_page_and_chosen_by_filters() {
        for (int number = 0; number < 12; number++) {
            put("/many/p%02d".formatted(number), "v");
        }
        ssm.putParameter(request -> request.name("/many/secret/one")
                .value("v")
                .type(ParameterType.SECURE_STRING)
                .description("the one")
                .tier(ParameterTier.ADVANCED));

        assertThat(ssm.describeParameters().parameters()).hasSize(10);
        assertThat(ssm.describeParametersPaginator().parameters())
                .extracting(ParameterMetadata::name)
                .hasSize(13)
                .isSorted();
        assertThat(described(filter("Path", "OneLevel", "/many"))).hasSize(12);
        assertThat(described(filter("Name", "Contains", "secret"))).containsExactly("/many/secret/one");
        assertThat(described(filter("Tier", "Equals", "Advanced"), filter("Type", "Equals", "SecureString")))
                .containsExactly("/many/secret/one");
        assertThat(ssm.describeParameters(request -> request.filters(old ->
                                old.key(ParametersFilterKey.KEY_ID).values("alias/aws/ssm")))
                        .parameters())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.arn()).isEqualTo(tenant.arn("ssm", "parameter/many/secret/one"));
                    assertThat(one.description()).isEqualTo("the one");
                    assertThat(one.keyId()).isEqualTo("alias/aws/ssm");
                    assertThat(one.version()).isEqualTo(1);
                    assertThat(one.tier()).isEqualTo(ParameterTier.ADVANCED);
                    assertThat(one.lastModifiedUser()).isEqualTo("arn:aws:iam::" + tenant.account() + ":root");
                    assertThat(one.lastModifiedDate()).isNotNull();
                });
        assertThat(ssm.describeParameters(request -> request.shared(true)).parameters())
                .isEmpty();
    }

    private void put(String name, String value) {
        ssm.putParameter(
                request -> request.name(name).value(value).type(ParameterType.STRING).overwrite(true));
    }

    private Parameter read(String name) {
        return ssm.getParameter(request -> request.name(name)).parameter();
    }

    private Map<String, String> tagsOf(String name) {
        return ssm
                .listTagsForResource(request -> request.resourceType(ResourceTypeForTagging.PARAMETER)
                        .resourceId(name))
                .tagList()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private List<String> described(ParameterStringFilter... filters) {
        return ssm
                .describeParameters(
                        request -> request.parameterFilters(filters).maxResults(50))
                .parameters()
                .stream()
                .map(ParameterMetadata::name)
                .toList();
    }

    private static ParameterStringFilter filter(String key, String option, String value) {
        return ParameterStringFilter.builder()
                .key(key)
                .option(option)
                .values(value)
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
