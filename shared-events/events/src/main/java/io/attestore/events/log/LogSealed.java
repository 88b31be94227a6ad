package io.attestore.events.log;

import io.attestore.events.Event;
import io.attestore.events.StoredAs;
import java.util.Optional;

/**
 * The log, which was there before, was sealed: after its whole chain was verified, each event up to a position got its
 * MAC at one time. Each after it was written with its own.
 *
 * @param anchoredThrough the newest position that a signed head outside of the database vouched for then; empty if there was
 *     none, and the log was sealed as it was found
 */
@StoredAs("log.LogSealed")
public record LogSealed(long throughPosition, Optional<Long> anchoredThrough) implements Event {}
