package io.attestore.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedResourcesTest {

    @Test
    void arns_of_another_account_and_region_are_taken() {
        assertThat(arns("ssm", "name", "arn:aws-cn:ssm:cn-north-1:210987654321:parameter/a:7"))
                .isEqualTo("[arn:aws-cn:ssm:cn-north-1:210987654321:parameter/a]");
        assertThat(arns("kms", "keyId", "arn:aws:kms:eu-west-1:210987654321:alias/a"))
                .isEqualTo("[arn:aws:kms:eu-west-1:210987654321:alias/a]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:\\u0000:ssm:us-east-1:123456789012:parameter/x",
                "arn:\u00e9:ssm:us-east-1:123456789012:parameter/x",
                "arn:aws-cn:ssm:us-east-1:123456789012:parameter/x",
                "arn:aws:kms:us-east-1:123456789012:parameter/x",
                "arn:aws:ssm:us-east-1\\u0000:123456789012:parameter/x",
                "arn:aws:ssm:us-east-1:12345678901:parameter/x",
                "arn:aws:ssm:us-east-1:123456789012:parameter/x\\u0000",
                "/x\\u0000",
                "/\u00e9"
            })
    void what_cannot_name_a_parameter_is_no_resource(String name) {
        assertThat(arns("ssm", "name", name)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:\\u0000:kms:us-east-1:123456789012:alias/x",
                "arn:aws:ssm:us-east-1:123456789012:alias/x",
                "arn:aws:kms:us-east-1:account:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "alias/\\u0000"
            })
    void what_cannot_name_a_key_is_no_resource(String name) {
        assertThat(arns("kms", "keyId", name)).isEqualTo("[]");
    }

    @Test
    void a_request_about_tags_names_a_parameter_only_if_it_says_so() {
        assertThat(tagged("Parameter", "/x")).isEqualTo("[arn:aws:ssm:eu-central-1:123456789012:parameter/x]");
        assertThat(tagged("Document", "x")).isEqualTo("[]");
    }

    private static String tagged(String type, String id) {
        String request = "{\"resourceType\":\"" + type + "\",\"resourceId\":\"" + id + "\"}";
        return RequestedResources.of(Calls.reading("ssm", "AddTagsToResource", request)).stream()
                .map(resource -> resource.arn().value())
                .toList()
                .toString();
    }

    private static String arns(String service, String member, String text) {
        String request = "{\"" + member + "\":\"" + text + "\"}";
        return RequestedResources.of(Calls.reading(service, "GetParameter", request)).stream()
                .map(resource -> resource.arn().value())
                .toList()
                .toString();
    }
}
