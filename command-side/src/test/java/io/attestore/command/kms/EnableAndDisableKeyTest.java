package io.attestore.command.kms;

import static io.attestore.command.kms.KeyScenario.arn;
import static io.attestore.command.kms.KeyScenario.input;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.Scenario;
import io.attestore.entities.kms.key.Key;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.KeyDisabled;
import io.attestore.events.key.KeyEnabled;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnableAndDisableKeyTest {

    private final KeyScenario keys = new KeyScenario();
    private final String keyId = keys.createdKey();
    private final Structure input = input("KeyId", keyId);

    @Test
    void a_key_is_disabled_and_enabled_again() {
        assertThat(keys.when("DisableKey", input).events())
                .containsExactly(new KeyDisabled(Scenario.WHERE, new KeyId(keyId)));
        assertThat(keys.key(keyId)).isInstanceOf(Key.Disabled.class);

        assertThat(keys.when("EnableKey", input("KeyId", arn("key/" + keyId))).events())
                .containsExactly(new KeyEnabled(Scenario.WHERE, new KeyId(keyId)));
        assertThat(keys.key(keyId)).isInstanceOf(Key.Enabled.class);
    }

    @Test
    void a_key_that_already_is_as_asked_for_stays_so_without_an_event() {
        assertThat(keys.when("EnableKey", input))
                .isInstanceOf(Outcome.Answered.class)
                .extracting(Outcome::events)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
        keys.when("DisableKey", input);
        assertThat(keys.when("DisableKey", input))
                .isInstanceOf(Outcome.Answered.class)
                .extracting(Outcome::events)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EnableKey", "DisableKey", "RotateKeyOnDemand"})
    void an_alias_is_not_a_way_to_name_the_key(String operation) {
        keys.answer("CreateAlias", input("AliasName", "alias/x", "TargetKeyId", keyId));

        assertFault(operation, "alias/x", "NotFoundException", "Invalid keyId 'alias/x'");
        assertFault(operation, arn("alias/x"), "InvalidArnException", "Invalid arn " + arn("alias/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EnableKey", "DisableKey", "RotateKeyOnDemand"})
    void the_policy_of_an_aws_managed_key_lets_nobody_manage_it(String operation) {
        String managed = keys.awsManagedKey();

        assertFault(
                operation,
                managed,
                "AccessDeniedException",
                "User: arn:aws:iam::123456789012:root is not authorized to perform: kms:" + operation + " on resource: "
                        + arn("key/" + managed) + " because no resource-based policy allows the kms:" + operation
                        + " action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EnableKey", "DisableKey", "RotateKeyOnDemand"})
    void a_key_that_is_not_there_and_a_text_that_names_none_are_told_apart(String operation) {
        String nobody = "00000000-0000-4000-8000-000000000000";

        assertFault(operation, nobody, "NotFoundException", "Key '" + arn("key/" + nobody) + "' does not exist");
        assertFault(operation, "x", "NotFoundException", "Invalid keyId 'x'");
        assertFault(operation, arn("key/x"), "NotFoundException", "Invalid keyId x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EnableKey", "DisableKey", "RotateKeyOnDemand"})
    void a_key_of_another_account_is_out_of_reach_whether_it_is_there_or_not(String operation) {
        String foreign = "arn:aws:kms:eu-west-1:999999999999:key/" + keyId;

        assertThat(keys.fault(operation, input("KeyId", foreign)).code()).isEqualTo("AccessDeniedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EnableKey", "DisableKey", "RotateKeyOnDemand"})
    void the_caller_must_be_permitted_on_the_very_key(String operation) {
        keys.scenario.permitting((action, resource) -> new Decision.Denied("test"));

        assertThat(keys.fault(operation, input).code()).isEqualTo("AccessDeniedException");
        assertThat(keys.scenario.resources(keys.operation(operation), input)).containsExactly(arn("key/" + keyId));
    }

    private void assertFault(String operation, String reference, String code, String text) {
        AwsFault fault = keys.fault(operation, input("KeyId", reference));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.text()).isEqualTo(text);
    }
}
