package io.attestore.entities.ssm.setting;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.setting.ServiceSettingReset;
import io.attestore.events.setting.ServiceSettingUpdated;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of one namespace, as their events have left them. Immutable. */
public record ServiceSettings(Map<String, Change> changes) {

    public static final EntityType<AccountRegion, ServiceSettings> TYPE = new EntityType<>(
            "service settings",
            Tags::serviceSettings,
            where -> new ServiceSettings(Map.of()),
            ServiceSettings::evolve,
            settings -> 200 + 400L * settings.changes.size());

    public ServiceSettings {
        changes = Map.copyOf(changes);
    }

    /**
     * The newest change of a setting.
     *
     * @param value the account's own; empty if it went back to the default
     * @param by the ARN of the principal that changed it
     */
    public record Change(Optional<String> value, String by, Instant at) {}

    /** The value in force. */
    public String value(ServiceSetting setting) {
        return change(setting).flatMap(Change::value).orElse(setting.defaultValue());
    }

    /** Empty if the setting has never been changed. */
    public Optional<Change> change(ServiceSetting setting) {
        return Optional.ofNullable(changes.get(setting.id()));
    }

    private static ServiceSettings evolve(ServiceSettings before, Event event, Instant at) {
        return switch (event) {
            case ServiceSettingUpdated updated ->
                before.with(updated.settingId(), new Change(Optional.of(updated.value()), updated.modifiedBy(), at));
            case ServiceSettingReset reset ->
                before.with(reset.settingId(), new Change(Optional.empty(), reset.modifiedBy(), at));
            default -> before;
        };
    }

    private ServiceSettings with(String settingId, Change change) {
        Map<String, Change> all = new HashMap<>(changes);
        all.put(settingId, change);
        return new ServiceSettings(all);
    }
}
