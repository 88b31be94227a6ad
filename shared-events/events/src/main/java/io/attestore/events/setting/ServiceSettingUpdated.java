package io.attestore.events.setting;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import java.util.Set;

/**
 * A service setting of a namespace was given a value of the account's own.
 *
 * @param settingId AWS's name of it, e.g. {@code /ssm/parameter-store/default-parameter-tier}
 * @param modifiedBy the ARN of the principal that did it
 */
@StoredAs("ssm.ServiceSettingUpdated")
public record ServiceSettingUpdated(AccountRegion where, String settingId, String value, String modifiedBy)
        implements SettingEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.serviceSettings(where));
    }
}
