package io.attestore.events.log;

import io.attestore.events.Event;

/**
 * The log, which was there before, was sealed: after its whole chain was verified, each event up to a position got its
 * MAC at one time. Each after it was written with its own.
 */
public record LogSealed(long throughPosition) implements Event {}
