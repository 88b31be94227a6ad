package io.attestore.events.call;

import io.attestore.events.Event;

/** The outcome of calls that have no event of a service's own. A record of access, so it carries no tag. */
public sealed interface CallEvent extends Event permits CallAnswered, CallRefused, RefusalsNotRecorded {}
