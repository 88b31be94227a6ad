package io.attestore.server.call;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;

/**
 * How a call ended, once its record is durable. Refusals are results, not exceptions: they are appended, too, but for
 * those of an account that is refused too often.
 */
sealed interface CallResult {

    /** Prints nothing of the output. */
    record Answer(Structure output) implements CallResult {

        @Override
        public String toString() {
            return "Answer";
        }
    }

    record Refusal(AwsFault fault) implements CallResult {}

    /** It was refused, and is counted with others rather than recorded: the caller learns only to come back later. */
    record Throttled() implements CallResult {}
}
