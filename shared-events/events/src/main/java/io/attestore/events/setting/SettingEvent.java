package io.attestore.events.setting;

import io.attestore.events.Event;

/** An event of a service setting. */
public sealed interface SettingEvent extends Event permits ServiceSettingUpdated, ServiceSettingReset {}
