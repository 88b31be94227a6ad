package io.attestore.command.ssm.policy.putresourcepolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.operation.AwsFault;
import io.attestore.entities.Scenario;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.Arn;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ResourcePolicyGrant;
import io.attestore.events.parameter.ResourcePolicyGrant.Consumer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {

    private static final ParameterId PARAMETER = ParameterId.of(Scenario.WHERE, new ParameterName("/x"));
    private static final String ARN = PARAMETER.arn().value();
    private static final AccountId CONSUMER = new AccountId("222222222222");
    private static final String GOOD = policy("\"222222222222\"", "\"ssm:GetParameter\"", "\"" + ARN + "\"");

    @Test
    void a_policy_grants_what_its_statements_say() {
        assertThat(PolicyText.of(GOOD, PARAMETER).grants())
                .containsExactly(new ResourcePolicyGrant(
                        List.of(new Consumer(CONSUMER, Optional.empty())), List.of("ssm:GetParameter")));
    }

    @Test
    void statements_principals_actions_and_resources_may_be_lists() {
        String text = """
                {"Version":"2012-10-17","Id":"id","Statement":[
                  {"Sid":"a","Effect":"Allow","Principal":{"AWS":["222222222222","arn:aws:iam::222222222222:root",
                    "arn:aws:iam::222222222222:role/path/reader"]},
                   "Action":["SSM:getparameter","ssm:GetParameters"],"Resource":["%s"]},
                  {"Effect":"Allow","Principal":{"AWS":"333333333333"},"Action":"ssm:DescribeParameters",
                   "Resource":"%s"}]}""".formatted(ARN, ARN);

        assertThat(PolicyText.of(text, PARAMETER).grants())
                .containsExactly(
                        new ResourcePolicyGrant(
                                List.of(
                                        new Consumer(CONSUMER, Optional.empty()),
                                        new Consumer(
                                                CONSUMER,
                                                Optional.of(new Arn("arn:aws:iam::222222222222:role/path/reader")))),
                                List.of("ssm:GetParameter", "ssm:GetParameters")),
                        new ResourcePolicyGrant(
                                List.of(new Consumer(new AccountId("333333333333"), Optional.empty())),
                                List.of("ssm:DescribeParameters")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "[\"222222222222\",\"*\"]",
                "\"22222222222\"",
                "\"arn:aws:iam::*:root\"",
                "\"arn:aws:iam::222222222222:*\"",
                "\"arn:aws:iam::222222222222:user/*\"",
                "\"arn:aws:iam::222222222222:group/g\"",
                "\"arn:aws-cn:iam::222222222222:root\"",
                "\"arn:aws:sts::222222222222:assumed-role/r/s\"",
                "\"arn:aws:organizations::222222222222:organization/o-a\"",
                "\"ssm.amazonaws.com\"",
                "\"\"",
                "[]",
                "1",
                "null",
                "{}"
            })
    void only_accounts_users_and_roles_are_principals(String principal) {
        assertMalformed(policy(principal, "\"ssm:GetParameter\"", "\"" + ARN + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ssm:*\"",
                "\"*\"",
                "\"ssm:Get*\"",
                "\"ssm:PutParameter\"",
                "\"kms:Decrypt\"",
                "[]",
                "[\"ssm:GetParameter\",\"ssm:DeleteParameter\"]",
                "true"
            })
    void only_reading_can_be_shared(String action) {
        assertMalformed(policy("\"222222222222\"", action, "\"" + ARN + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "\"arn:aws:ssm:eu-west-1:123456789012:parameter/*\"",
                "\"arn:aws:ssm:eu-west-1:123456789012:parameter/y\"",
                "\"arn:aws:ssm:eu-west-1:123456789012:parameter/x:1\"",
                "\"arn:aws:ssm:us-east-1:123456789012:parameter/x\"",
                "[]",
                "[\"arn:aws:ssm:eu-west-1:123456789012:parameter/x\",\"*\"]"
            })
    void a_policy_is_about_its_parameter_alone(String resource) {
        assertMalformed(policy("\"222222222222\"", "\"ssm:GetParameter\"", resource));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "null",
                "[]",
                "{}",
                "{\"Statement\":[]}",
                "{\"Statement\":{}}",
                "{\"Statement\":[[]]}",
                "{\"Statement\":\"x\"}",
                "{\"Version\":\"2012-10-17\"}",
                "{\"Version\":\"2020-01-01\",\"Statement\":[]}"
            })
    void what_is_no_policy_is_malformed(String text) {
        assertMalformed(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}",
                "\"NotPrincipal\":{\"AWS\":\"1\"}",
                "\"NotAction\":\"ssm:GetParameter\"",
                "\"NotResource\":\"*\"",
                "\"effect\":\"Allow\"",
                "\"Effect\":\"Allow\"",
                "\"Effect\":\"Deny\"",
                "\"Principal\":{\"AWS\":\"333333333333\"}"
            })
    void what_is_not_evaluated_or_comes_twice_is_refused(String member) {
        assertMalformed(GOOD.replace("\"Effect\"", member + ",\"Effect\""));
    }

    @Test
    void only_allow_has_an_effect_here() {
        assertMalformed(GOOD.replace("Allow", "Deny"));
        assertMalformed(GOOD.replace("\"Effect\":\"Allow\",", ""));
    }

    @Test
    void nothing_follows_a_policy() {
        assertMalformed(GOOD + "{}");
        assertMalformed(GOOD + "x");
        assertThat(PolicyText.of(GOOD + " \n", PARAMETER).grants()).hasSize(1);
    }

    @Test
    void a_policy_has_at_most_1024_bytes() {
        String sid = "s".repeat(1024 - GOOD.length() - "\"Sid\":\"\",".length());
        String full = GOOD.replace("\"Effect\"", "\"Sid\":\"" + sid + "\",\"Effect\"");

        assertThat(PolicyText.of(full, PARAMETER).grants()).hasSize(1);
        assertThat(fault(full + " ").code()).isEqualTo("ResourcePolicyLimitExceededException");
        assertThat(fault("é".repeat(513)).code()).isEqualTo("ResourcePolicyLimitExceededException");
        assertThat(fault("[".repeat(10_000_000)).details().optionalWhole("Limit"))
                .contains(1024L);
    }

    @Test
    void depth_is_bounded() {
        assertMalformed("[".repeat(1024));
        assertMalformed("{\"Statement\":" + "[".repeat(1000));
        assertMalformed("{\"Id\":" + "{\"a\":".repeat(200));
    }

    @Property(tries = 500)
    void any_text_is_a_policy_or_refused_without_being_quoted(@ForAll @StringLength(max = 300) String text) {
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> PolicyText.of(text, PARAMETER));

        assertThat(fault).isNotNull();
        assertThat(fault.text()).hasSizeLessThan(300);
    }

    @Property(tries = 1000)
    void a_policy_with_one_character_changed_never_grants_more(
            @ForAll @IntRange(max = 199) int place, @ForAll("characters") char other) {
        int at = place % GOOD.length();
        String changed = GOOD.substring(0, at) + other + GOOD.substring(at + 1);
        Optional<PolicyText> read = read(changed);

        read.ifPresent(policy -> assertThat(policy.grants()).allSatisfy(grant -> {
            assertThat(grant.actions()).containsExactly("ssm:GetParameter");
            assertThat(grant.consumers())
                    .hasSize(1)
                    .allSatisfy(consumer ->
                            assertThat(changed).contains(consumer.account().value()));
        }));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of("*{}[]\":,0123 \\\u0000\ud800\u00e9aAwWsS"
                .chars()
                .mapToObj(c -> (char) c)
                .toList());
    }

    private static Optional<PolicyText> read(String text) {
        try {
            return Optional.of(PolicyText.of(text, PARAMETER));
        } catch (AwsFault refused) {
            return Optional.empty();
        }
    }

    private static void assertMalformed(String text) {
        assertThat(fault(text).code()).as(text).isEqualTo("MalformedResourcePolicyDocumentException");
    }

    private static AwsFault fault(String text) {
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> PolicyText.of(text, PARAMETER));
        assertThat(fault).as("refusal").isNotNull();
        return fault;
    }

    private static String policy(String principal, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":" + principal
                + "},\"Action\":" + action + ",\"Resource\":" + resource + "}]}";
    }
}
