package io.attestore.command.ssm.policy.putresourcepolicy;

import static io.attestore.command.ssm.ParameterScenario.named;
import static io.attestore.command.ssm.ParameterScenario.secureString;
import static io.attestore.command.ssm.ParameterScenario.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.command.ssm.ParameterScenario;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.entities.ssm.parameter.ResourcePolicies;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PutResourcePolicy and DeleteResourcePolicy. */
class ResourcePoliciesTest {

    private static final String ARN = "arn:aws:ssm:eu-west-1:123456789012:parameter/x";
    private static final AccountId CONSUMER = new AccountId("222222222222");
    private static final ParameterName NAME = new ParameterName("/x");

    private ParameterScenario parameters = new ParameterScenario();

    @Test
    void a_policy_is_attached_under_the_id_of_the_request() {
        advanced("/x");

        Structure answer = put(policy("222222222222"));

        assertThat(answer.text("PolicyId")).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(answer.text("PolicyHash")).matches("[0-9a-f]{64}");
        assertThat(parameters.eventsAfter(0).getLast())
                .isInstanceOfSatisfying(ParameterResourcePolicyPut.class, put -> {
                    assertThat(put.policy()).isEqualTo(policy("222222222222"));
                    assertThat(put.names(CONSUMER)).isTrue();
                    assertThat(put.formerConsumers()).isEmpty();
                });
    }

    @Test
    void an_update_needs_id_and_hash_of_the_policy_that_is_there() {
        advanced("/x");
        Structure first = put(policy("222222222222"));
        Structure request = update(first.text("PolicyId"), first.text("PolicyHash"), policy("333333333333"));

        Structure second = parameters.scenario.answer(operation("PutResourcePolicy"), request);

        assertThat(second.text("PolicyId")).isEqualTo(first.text("PolicyId"));
        assertThat(second.text("PolicyHash")).isNotEqualTo(first.text("PolicyHash"));
        assertThat(parameters.eventsAfter(0).getLast())
                .isInstanceOfSatisfying(
                        ParameterResourcePolicyPut.class,
                        put -> assertThat(put.formerConsumers()).containsExactly(CONSUMER));
        assertThat(parameters
                        .scenario
                        .fault(operation("PutResourcePolicy"), request)
                        .code())
                .isEqualTo("ResourcePolicyConflictException");
    }

    @Test
    void half_of_id_and_hash_is_invalid_and_an_unknown_id_is_not_found() {
        advanced("/x");
        String text = policy("222222222222");

        assertThat(refusal(request(text).put("PolicyId", "id")).details().texts("ParameterNames"))
                .containsExactly("PolicyHash");
        assertThat(refusal(request(text).put("PolicyHash", "hash")).details().texts("ParameterNames"))
                .containsExactly("PolicyId");
        assertThat(refusal(request(text).put("PolicyId", "id").put("PolicyHash", "hash"))
                        .code())
                .isEqualTo("ResourcePolicyNotFoundException");
    }

    @Test
    void a_standard_parameter_cannot_be_shared() {
        parameters.put(string("/x", "1"));

        AwsFault fault = refusal(request(policy("222222222222")));

        assertThat(fault.code()).isEqualTo("ResourcePolicyInvalidParameterException");
        assertThat(fault.text()).contains("advanced parameter tier");
    }

    @Test
    void a_secure_string_under_the_default_key_cannot_be_shared() {
        parameters.put(secureString("/x", "1").put("Tier", "Advanced"));

        AwsFault fault = refusal(request(policy("222222222222")));

        assertThat(fault.code()).isEqualTo("ResourcePolicyInvalidParameterException");
        assertThat(fault.text()).contains("customer managed key");
    }

    @Test
    void nor_can_one_that_names_the_default_key_by_its_id() {
        parameters.put(secureString("/y", "1"));
        String keyId = parameters.eventsAfter(0).stream()
                .filter(KeyCreated.class::isInstance)
                .map(event -> ((KeyCreated) event).keyId().value())
                .findFirst()
                .orElseThrow();
        parameters.put(secureString("/x", "1").put("Tier", "Advanced").put("KeyId", keyId));

        assertThat(refusal(request(policy("222222222222"))).text()).contains("customer managed key");
    }

    @Test
    void a_secure_string_under_a_customers_key_can_be_shared() {
        KeyId keyId = new KeyId("1234abcd-12ab-34cd-56ef-1234567890ab");
        var material = parameters.scenario.vault.newMaterial(Scenario.WHERE, keyId);
        parameters.scenario.given(
                List.of(new KeyCreated(
                        Scenario.WHERE, keyId, material.id(), KeyManager.CUSTOMER, "", Map.of(), Optional.empty())),
                List.of(material.row()));
        parameters.put(secureString("/x", "1").put("Tier", "Advanced").put("KeyId", keyId.value()));

        assertThat(put(policy("222222222222")).has("PolicyId")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x-which-is-no-arn-at-all",
                "arn:aws:ssm:eu-west-1:123456789012:opsitemgroup/default",
                "arn:aws:ssm:eu-west-1:123456789012:parameter/x:1",
                "arn:aws:s3:::bucket-of-mine"
            })
    void what_is_no_parameters_arn_is_invalid(String arn) {
        advanced("/x");
        Structure input = Structure.builder()
                .put("ResourceArn", arn)
                .put("Policy", policy("222222222222"))
                .build();

        assertThat(parameters
                        .scenario
                        .fault(operation("PutResourcePolicy"), input)
                        .code())
                .isEqualTo("ResourcePolicyInvalidParameterException");
        assertThat(parameters.scenario.resources(operation("PutResourcePolicy"), input))
                .containsExactly("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:ssm:eu-west-1:123456789012:parameter/none",
                "arn:aws:ssm:us-east-1:123456789012:parameter/x",
                "arn:aws:ssm:eu-west-1:999999999999:parameter/x"
            })
    void what_is_not_there_is_not_found(String arn) {
        advanced("/x");
        Structure input = Structure.builder()
                .put("ResourceArn", arn)
                .put("Policy", policy("222222222222"))
                .build();

        assertThat(parameters
                        .scenario
                        .fault(operation("PutResourcePolicy"), input)
                        .code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(parameters.scenario.resources(operation("PutResourcePolicy"), input))
                .containsExactly(arn);
    }

    @Test
    void a_parameter_has_at_most_fifty_policies() {
        advanced("/x");
        for (int policy = 0; policy < PutResourcePolicy.POLICIES_MAX; policy++) {
            parameters.scenario.requesting("request " + policy);
            put(policy("222222222222"));
        }
        parameters.scenario.requesting("one more");

        assertThat(refusal(request(policy("222222222222"))).code()).isEqualTo("ResourcePolicyLimitExceededException");
    }

    @Test
    void a_policy_is_deleted_by_id_and_hash() {
        advanced("/x");
        Structure policy = put(policy("222222222222"));
        Operation delete = operation("DeleteResourcePolicy");
        String id = policy.text("PolicyId");

        assertThat(parameters.scenario.fault(delete, deletion(id, "other")).code())
                .isEqualTo("ResourcePolicyConflictException");
        parameters.scenario.answer(delete, deletion(id, policy.text("PolicyHash")));

        assertThat(parameters.eventsAfter(0))
                .endsWith(new ParameterResourcePolicyDeleted(Scenario.WHERE, NAME, id, List.of(CONSUMER)));
        assertThat(parameters.present("/x").resourcePolicies()).isEqualTo(ResourcePolicies.NONE);
        assertThat(parameters
                        .scenario
                        .fault(delete, deletion(id, policy.text("PolicyHash")))
                        .code())
                .isEqualTo("ResourcePolicyNotFoundException");
    }

    @Test
    void policies_go_with_their_parameter_and_the_record_says_so() {
        advanced("/x");
        String id = put(policy("222222222222")).text("PolicyId");
        int before = parameters.eventsAfter(0).size();

        parameters.scenario.answer(operation("DeleteParameter"), named("/x"));

        assertThat(parameters.eventsAfter(before)).hasSize(2);
        assertThat(parameters.eventsAfter(before).getFirst())
                .isEqualTo(new ParameterResourcePolicyDeleted(Scenario.WHERE, NAME, id, List.of(CONSUMER)));
        assertThat(parameters.eventsAfter(before).getLast()).isInstanceOf(ParameterDeleted.class);
    }

    @Test
    void what_is_restored_is_not_shared() {
        parameters = new ParameterScenario(Duration.ofDays(1));
        advanced("/x");
        put(policy("222222222222"));
        parameters.scenario.answer(operation("DeleteParameter"), named("/x"));

        parameters.scenario.answer(operation("RestoreParameter"), named("/x"));

        assertThat(parameters.present("/x").resourcePolicies()).isEqualTo(ResourcePolicies.NONE);
    }

    private void advanced(String name) {
        parameters.put(string(name, "1").put("Tier", "Advanced"));
    }

    private Structure put(String policy) {
        return parameters.scenario.answer(
                operation("PutResourcePolicy"), request(policy).build());
    }

    private AwsFault refusal(Structure.Builder request) {
        return parameters.scenario.fault(operation("PutResourcePolicy"), request.build());
    }

    private Operation operation(String name) {
        return parameters.operation(name);
    }

    private static Structure.Builder request(String policy) {
        return Structure.builder().put("ResourceArn", ARN).put("Policy", policy);
    }

    private static Structure update(String id, String hash, String policy) {
        return request(policy).put("PolicyId", id).put("PolicyHash", hash).build();
    }

    private static Structure deletion(String id, String hash) {
        return Structure.builder()
                .put("ResourceArn", ARN)
                .put("PolicyId", id)
                .put("PolicyHash", hash)
                .build();
    }

    private static String policy(String account) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + account
                + "\"},\"Action\":\"ssm:GetParameter\",\"Resource\":\"" + ARN + "\"}}";
    }
}
