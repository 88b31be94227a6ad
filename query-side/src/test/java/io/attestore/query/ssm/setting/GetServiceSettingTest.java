package io.attestore.query.ssm.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.Scenario;
import io.attestore.events.setting.ServiceSettingUpdated;
import io.attestore.query.ssm.StoredParameters;
import org.junit.jupiter.api.Test;

class GetServiceSettingTest {

    private static final String THROUGHPUT = "/ssm/parameter-store/high-throughput-enabled";
    private static final String ALICE = "arn:aws:iam::123456789012:user/alice";

    private final StoredParameters stored = new StoredParameters();
    private final Operation operation = stored.operation("GetServiceSetting");

    @Test
    void a_setting_that_nobody_has_changed_has_its_default() {
        Structure setting = setting(THROUGHPUT);

        assertThat(setting.members().keySet())
                .containsExactly("SettingId", "SettingValue", "LastModifiedUser", "ARN", "Status");
        assertThat(setting.text("SettingId")).isEqualTo(THROUGHPUT);
        assertThat(setting.text("SettingValue")).isEqualTo("false");
        assertThat(setting.text("LastModifiedUser")).isEqualTo("System");
        assertThat(setting.text("ARN")).isEqualTo("arn:aws:ssm:eu-west-1:123456789012:servicesetting" + THROUGHPUT);
        assertThat(setting.text("Status")).isEqualTo("Default");
    }

    @Test
    void a_changed_one_tells_by_whom_and_when() {
        stored.scenario.given(new ServiceSettingUpdated(Scenario.WHERE, THROUGHPUT, "true", ALICE));

        Structure setting = setting("arn:aws:ssm:eu-west-1:123456789012:servicesetting" + THROUGHPUT);

        assertThat(setting.text("SettingValue")).isEqualTo("true");
        assertThat(setting.text("LastModifiedUser")).isEqualTo(ALICE);
        assertThat(setting.optionalMoment("LastModifiedDate")).contains(StoredParameters.NOON);
        assertThat(setting.text("Status")).isEqualTo("Customized");
    }

    @Test
    void there_are_no_settings_of_other_services() {
        assertThat(stored.scenario
                        .fault(operation, input("/ssm/opsinsights/opscenter"))
                        .code())
                .isEqualTo("ServiceSettingNotFound");
    }

    private Structure setting(String id) {
        return (Structure) stored.scenario
                .answer(operation, input(id))
                .member("ServiceSetting")
                .orElseThrow();
    }

    private static Structure input(String id) {
        return Structure.builder().put("SettingId", id).build();
    }
}
