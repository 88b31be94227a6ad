package io.attestore.command.ssm;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.secureString;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes of parameters tell policies. */
class ParameterConditionsTest {

    private static final String EXPIRATION = """
            [{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2030-12-02T21:34:33.000Z"}}]""";

    private final ParameterScenario parameters = new ParameterScenario();

    @Test
    void a_put_tells_whether_it_overwrites() {
        assertThat(values(put(string("/x", "one")), "ssm:Overwrite")).contains(List.of("false"));
        assertThat(values(put(string("/x", "one").put("Overwrite", true)), "ssm:Overwrite"))
                .contains(List.of("true"));
    }

    @Test
    void a_put_tells_whether_policies_come_with_it_or_are_there() {
        assertThat(values(put(string("/x", "one")), "ssm:Policies")).contains(List.of("false"));
        assertThat(values(put(advanced("/x")), "ssm:Policies")).contains(List.of("true"));
        parameters.put(advanced("/x"));

        assertThat(values(put(string("/x", "two").put("Overwrite", true)), "ssm:Policies"))
                .contains(List.of("true"));
    }

    @Test
    void a_put_tells_the_tags_that_it_brings_and_those_that_are_there() {
        parameters.put(string("/x", "one").putAll("Tags", List.of(tag("Owner", "me"))));
        Access access = put(string("/x", "two").putAll("Tags", List.of(tag("Owner", "you"))));

        assertThat(values(access, "aws:RequestTag/Owner")).contains(List.of("you"));
        assertThat(values(access, "aws:TagKeys")).contains(List.of("Owner"));
        assertThat(values(access, "aws:ResourceTag/Owner")).contains(List.of("me"));
        assertThat(values(access, "ssm:resourceTag/Owner")).contains(List.of("me"));
    }

    @Test
    void every_operation_on_a_parameter_tells_its_tags() {
        parameters.put(string("/x", "one").putAll("Tags", List.of(tag("Owner", "me"))));
        parameters.put(string("/y", "two"));
        List<Access> both = parameters.scenario.accesses(
                parameters.operation("DeleteParameters"),
                Structure.builder().putTexts("Names", List.of("/x", "/y")).build());

        assertThat(values(both.getFirst(), "ssm:resourceTag/Owner")).contains(List.of("me"));
        assertThat(values(both.getLast(), "ssm:resourceTag/Owner")).isEmpty();
        assertThat(values(access("DeleteParameter", named("x")), "aws:ResourceTag/Owner"))
                .contains(List.of("me"));
        assertThat(values(access("DeleteParameter", named("/none")), "aws:ResourceTag/Owner"))
                .isEmpty();
    }

    @Test
    void a_change_of_tags_tells_which() {
        Structure.Builder resource =
                Structure.builder().put("ResourceType", "Parameter").put("ResourceId", "/x");
        Access added = access(
                "AddTagsToResource",
                resource.putAll("Tags", List.of(tag("Owner", "you"))).build());
        Access removed = access(
                "RemoveTagsFromResource",
                Structure.builder()
                        .put("ResourceType", "Parameter")
                        .put("ResourceId", "/x")
                        .putTexts("TagKeys", List.of("Owner"))
                        .build());

        assertThat(values(added, "aws:RequestTag/Owner")).contains(List.of("you"));
        assertThat(values(added, "aws:TagKeys")).contains(List.of("Owner"));
        assertThat(values(removed, "aws:TagKeys")).contains(List.of("Owner"));
    }

    @Test
    void the_use_of_a_key_for_a_caller_tells_who_uses_it_and_for_which_parameter() {
        parameters.put(secureString("/x", "secret"));
        Access use = parameters.scenario.asked().stream()
                .filter(access -> access.action().equals("kms:Encrypt"))
                .findFirst()
                .orElseThrow();

        assertThat(Map.of(
                        "kms:ViaService", "ssm.eu-west-1.amazonaws.com",
                        "kms:CallerAccount", "123456789012",
                        "kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT",
                        "kms:EncryptionContextKeys", "PARAMETER_ARN",
                        "kms:EncryptionContext:PARAMETER_ARN", "arn:aws:ssm:eu-west-1:123456789012:parameter/x",
                        "kms:ResourceAliases", "alias/aws/ssm",
                        "kms:KeyUsage", "ENCRYPT_DECRYPT"))
                .allSatisfy((key, value) -> assertThat(values(use, key)).contains(List.of(value)));
    }

    private static Structure.Builder advanced(String name) {
        return string(name, "one").put("Tier", "Advanced").put("Policies", EXPIRATION);
    }

    private static Structure tag(String key, String value) {
        return Structure.builder().put("Key", key).put("Value", value).build();
    }

    private Access put(Structure.Builder input) {
        return access("PutParameter", input.build());
    }

    private Access access(String operation, Structure input) {
        return parameters
                .scenario
                .accesses(parameters.operation(operation), input)
                .getFirst();
    }

    private static Optional<List<String>> values(Access access, String key) {
        return access.conditions().values(key);
    }
}
