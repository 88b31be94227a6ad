package io.attestore.contract.operation;

import io.attestore.contract.document.Structure;

/**
 * Decides one call. Reads states through the call, never writes: what happened goes into the outcome. May be run
 * several times for one request, when something it read has changed meanwhile. The secrets of the input and of the
 * output are overwritten once the call is answered: what a handler keeps must be a copy.
 *
 * <p>Throwing an {@link io.attestore.contract.operation.AwsFault} is the same as a refusal without events. Safe for many
 * threads.
 */
@FunctionalInterface
public interface OperationHandler {

    Outcome handle(Structure input, Call call);
}
