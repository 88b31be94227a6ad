package io.attestore.contract.operation;

import io.attestore.contract.document.Structure;
import io.attestore.events.call.CallContext;

/**
 * Runs an authenticated call to its durable end: authorises, unless {@linkplain Authentication what let the caller in} has,
 * lets the handler decide on fresh state, appends what happened on the condition that nothing of it has changed, and only
 * then answers. A refusal is recorded likewise.
 *
 * <p>Blocks its thread, for at most the log's time limit. Safe for many threads.
 *
 * @see io.attestore.events.log.LogUnavailableException it could not be recorded: nothing may be given out
 * @see io.attestore.events.log.LogOverloadedException it was not recorded, for there is too much to do
 */
public interface CallRunner {

    /** The answer, which is durable. A refusal is thrown once it is durable, too. */
    Structure run(Operation operation, Structure input, CallContext context) throws AwsFault;

    /** Records that a call was refused before any operation could handle it. Returns when that is durable. */
    void refuse(CallContext context, AwsFault fault);
}
