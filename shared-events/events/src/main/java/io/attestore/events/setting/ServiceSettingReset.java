package io.attestore.events.setting;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import java.util.Set;

/**
 * A service setting of a namespace went back to its default.
 *
 * @param settingId AWS's name of it
 * @param modifiedBy the ARN of the principal that did it
 */
@StoredAs("ssm.ServiceSettingReset")
public record ServiceSettingReset(AccountRegion where, String settingId, String modifiedBy) implements SettingEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.serviceSettings(where));
    }
}
