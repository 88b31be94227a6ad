package io.attestore.query.ssm.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.id.ParameterName;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import io.attestore.query.ssm.StoredParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetResourcePoliciesTest {

    private static final String ARN = "arn:aws:ssm:eu-west-1:123456789012:parameter/x";
    private static final ParameterName NAME = new ParameterName("/x");

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetResourcePolicies");

    @Test
    void a_policy_is_answered_as_it_was_sent() {
        stored.string("/x", "1");
        policies("one");

        Structure answer = stored.scenario.answer(operation, input(ARN).build());

        assertThat(answer.structures("Policies"))
                .containsExactly(Structure.builder()
                        .put("PolicyId", "one")
                        .put("PolicyHash", "hash of one")
                        .put("Policy", "{ \"of\" : \"one\" }")
                        .build());
        assertThat(answer.has("NextToken")).isFalse();
    }

    @Test
    void each_policy_is_on_exactly_one_page_though_others_go() {
        stored.string("/x", "1");
        policies("c", "a", "d", "b");

        Structure first = stored.scenario.answer(
                operation, input(ARN).put("MaxResults", 2).build());
        stored.scenario.given(new ParameterResourcePolicyDeleted(Scenario.WHERE, NAME, "b", List.of()));
        Structure second = stored.scenario.answer(
                operation,
                input(ARN)
                        .put("MaxResults", 2)
                        .put("NextToken", first.text("NextToken"))
                        .build());

        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(ids(second)).containsExactly("c", "d");
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void a_token_is_of_use_for_its_parameter_alone_and_only_whole() {
        stored.string("/x", "1").string("/y", "1");
        policies("a", "b");
        String token = stored.scenario
                .answer(operation, input(ARN).put("MaxResults", 1).build())
                .text("NextToken");

        assertThat(stored.scenario
                        .fault(
                                operation,
                                input(ARN.replace("/x", "/y"))
                                        .put("NextToken", token)
                                        .build())
                        .code())
                .isEqualTo("ResourcePolicyInvalidParameterException");
        String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        for (String wrong : List.of("nonsense", changed)) {
            var fault = stored.scenario.fault(
                    operation, input(ARN).put("NextToken", wrong).build());
            assertThat(fault.code()).isEqualTo("ResourcePolicyInvalidParameterException");
            assertThat(fault.details().texts("ParameterNames")).containsExactly("NextToken");
        }
    }

    @Test
    void a_parameter_without_policies_has_an_empty_list_and_none_is_not_found() {
        stored.string("/x", "1");

        assertThat(ids(stored.scenario.answer(operation, input(ARN).build()))).isEmpty();
        assertThat(stored.scenario
                        .fault(operation, input(ARN + "/none").build())
                        .code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(stored.scenario
                        .fault(operation, input("not the ARN of anything").build())
                        .code())
                .isEqualTo("ResourcePolicyInvalidParameterException");
    }

    private void policies(String... ids) {
        for (String id : ids) {
            stored.scenario.given(new ParameterResourcePolicyPut(
                    Scenario.WHERE, NAME, id, "hash of " + id, "{ \"of\" : \"" + id + "\" }", List.of(), List.of()));
        }
    }

    private static Structure.Builder input(String arn) {
        return Structure.builder().put("ResourceArn", arn);
    }

    private static List<String> ids(Structure answer) {
        return answer.structures("Policies").stream()
                .map(policy -> policy.text("PolicyId"))
                .toList();
    }
}
