package io.attestore.entities.ssm.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.History;
import io.attestore.events.Event;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.events.setting.ServiceSettingReset;
import io.attestore.events.setting.ServiceSettingUpdated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ALICE = "arn:aws:iam::123456789012:user/alice";
    private static final ServiceSetting TIER = ServiceSetting.DEFAULT_PARAMETER_TIER;

    private final History history = new History();

    @Test
    void a_setting_has_its_default_until_it_is_changed() {
        assertThat(settings().value(TIER)).isEqualTo("Standard");
        assertThat(settings().value(ServiceSetting.HIGH_THROUGHPUT)).isEqualTo("false");
        assertThat(settings().change(TIER)).isEmpty();
    }

    @Test
    void the_newest_change_counts_and_says_who_made_it() {
        happened(updated("Advanced"), updated("Intelligent-Tiering"));

        assertThat(settings().value(TIER)).isEqualTo("Intelligent-Tiering");
        assertThat(settings().change(TIER))
                .contains(new ServiceSettings.Change(Optional.of("Intelligent-Tiering"), ALICE, NOON));
        assertThat(settings().value(ServiceSetting.HIGH_THROUGHPUT)).isEqualTo("false");
    }

    @Test
    void a_reset_takes_it_back_to_the_default() {
        happened(updated("Advanced"), new ServiceSettingReset(WHERE, TIER.id(), ALICE));

        assertThat(settings().value(TIER)).isEqualTo("Standard");
        assertThat(settings().change(TIER)).contains(new ServiceSettings.Change(Optional.empty(), ALICE, NOON));
    }

    @Test
    void a_setting_is_named_by_id_or_by_its_arn_in_this_namespace() {
        String arn = "arn:aws:ssm:eu-west-1:123456789012:servicesetting/ssm/parameter-store/default-parameter-tier";

        assertThat(TIER.arn(WHERE).value()).isEqualTo(arn);
        assertThat(ServiceSetting.named(TIER.id(), WHERE)).contains(TIER);
        assertThat(ServiceSetting.named(arn, WHERE)).contains(TIER);
        assertThat(ServiceSetting.named(arn.replace("eu-west-1", "eu-west-2"), WHERE))
                .isEmpty();
        assertThat(ServiceSetting.named("/ssm/opsinsights/opscenter", WHERE)).isEmpty();
        assertThat(ServiceSetting.resource(TIER.id(), WHERE).value()).isEqualTo(arn);
        assertThat(ServiceSetting.resource(arn, WHERE).value()).isEqualTo(arn);
        assertThat(ServiceSetting.resource("x", WHERE).value())
                .isEqualTo("arn:aws:ssm:eu-west-1:123456789012:servicesetting/x");
    }

    private ServiceSettings settings() {
        return history.load(ServiceSettings.TYPE, WHERE);
    }

    private void happened(Event... events) {
        history.append(NOON, List.of(events), List.of());
    }

    private static ServiceSettingUpdated updated(String value) {
        return new ServiceSettingUpdated(WHERE, TIER.id(), value, ALICE);
    }
}
