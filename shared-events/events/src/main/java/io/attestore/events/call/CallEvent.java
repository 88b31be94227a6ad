package io.attestore.events.call;

import io.attestore.events.Event;

/** The outcome of a call that has no event of a service's own. A record of access, so it carries no tag. */
public sealed interface CallEvent extends Event permits CallAnswered, CallRefused {}
