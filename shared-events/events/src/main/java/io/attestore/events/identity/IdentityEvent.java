package io.attestore.events.identity;

import io.attestore.events.Event;

/** An event of accounts and access keys. */
public sealed interface IdentityEvent extends Event permits AccountCreated, AccessKeyCreated {}
