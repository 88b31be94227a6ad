package io.attestore.events.key;

import io.attestore.events.Event;

/** An event of KMS. */
public sealed interface KeyEvent extends Event
        permits KeyCreated, AliasCreated, KeyEnabled, KeyDisabled, KeyMaterialRotated, KeyUsed, KeyUseRefused {}
