package io.attestore.command.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.setting.ServiceSettingReset;
import io.attestore.events.setting.ServiceSettingUpdated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {

    private static final String TIER = "/ssm/parameter-store/default-parameter-tier";
    private static final String TIER_ARN =
            "arn:aws:ssm:eu-west-1:123456789012:servicesetting/ssm/parameter-store/default-parameter-tier";
    private static final String ROOT = "arn:aws:iam::123456789012:root";

    private final ParameterScenario parameters = new ParameterScenario();
    private final Operation update = parameters.operation("UpdateServiceSetting");
    private final Operation reset = parameters.operation("ResetServiceSetting");

    @ParameterizedTest
    @CsvSource({
        "/ssm/parameter-store/default-parameter-tier, Standard",
        "/ssm/parameter-store/default-parameter-tier, Advanced",
        "/ssm/parameter-store/default-parameter-tier, Intelligent-Tiering",
        "/ssm/parameter-store/high-throughput-enabled, true",
        "/ssm/parameter-store/high-throughput-enabled, false"
    })
    void a_setting_takes_the_values_that_it_has(String id, String value) {
        assertThat(parameters.scenario.answer(update, input(id, value))).isEqualTo(Structure.EMPTY);

        assertThat(parameters.eventsAfter(0))
                .containsExactly(new ServiceSettingUpdated(Scenario.WHERE, id, value, ROOT));
    }

    @Test
    void a_setting_is_named_by_its_arn_too() {
        parameters.scenario.answer(update, input(TIER_ARN, "Advanced"));

        assertThat(parameters.eventsAfter(0))
                .containsExactly(new ServiceSettingUpdated(Scenario.WHERE, TIER, "Advanced", ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"advanced", "Premium", " Advanced"})
    void any_other_value_is_refused(String value) {
        AwsFault fault = parameters.scenario.fault(update, input(TIER, value));

        assertThat(fault.code()).isEqualTo("ValidationException");
        assertThat(fault.text())
                .isEqualTo("The value of the service setting " + TIER
                        + " is not valid. Valid values include: [Standard, Advanced, Intelligent-Tiering].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ssm/managed-instance/activation-tier",
                "default-parameter-tier",
                "arn:aws:ssm:eu-west-1:210987654321:servicesetting/ssm/parameter-store/default-parameter-tier"
            })
    void there_are_no_other_settings(String id) {
        for (Operation operation : new Operation[] {update, reset}) {
            AwsFault fault = parameters.scenario.fault(operation, input(id, "Advanced"));

            assertThat(fault.code()).isEqualTo("ServiceSettingNotFound");
            assertThat(fault.text())
                    .isEqualTo("The specified service setting wasn't found. Either the service name or the setting"
                            + " hasn't been provisioned by the Amazon Web Services service team.");
        }
    }

    @Test
    void a_reset_answers_the_default_that_is_in_force_again() {
        parameters.scenario.answer(update, input(TIER, "Advanced"));

        Structure setting = (Structure) parameters
                .scenario
                .answer(reset, Structure.builder().put("SettingId", TIER).build())
                .member("ServiceSetting")
                .orElseThrow();

        assertThat(setting.text("SettingId")).isEqualTo(TIER);
        assertThat(setting.text("SettingValue")).isEqualTo("Standard");
        assertThat(setting.text("Status")).isEqualTo("Default");
        assertThat(setting.text("LastModifiedUser")).isEqualTo("System");
        assertThat(setting.text("ARN")).isEqualTo(TIER_ARN);
        assertThat(parameters.eventsAfter(1)).containsExactly(new ServiceSettingReset(Scenario.WHERE, TIER, ROOT));
    }

    @Test
    void permission_is_asked_for_the_settings_arn() {
        assertThat(parameters.scenario.resources(update, input(TIER, "Advanced")))
                .containsExactly(TIER_ARN);
        assertThat(parameters.scenario.resources(reset, input(TIER_ARN, "Advanced")))
                .containsExactly(TIER_ARN);
    }

    private static Structure input(String id, String value) {
        return Structure.builder()
                .put("SettingId", id)
                .put("SettingValue", value)
                .build();
    }
}
