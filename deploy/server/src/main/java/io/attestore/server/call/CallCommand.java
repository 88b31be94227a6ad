package io.attestore.server.call;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Operation;
import io.attestore.events.call.CallContext;

/** Run this operation. Not a record: the input may hold what nothing may print. */
final class CallCommand {

    private final Operation operation;
    private final Structure input;
    private final CallContext context;
    private final long deadlineNanos;

    /** @param deadlineNanos by {@link System#nanoTime}: what has not begun by then need not begin any more */
    CallCommand(Operation operation, Structure input, CallContext context, long deadlineNanos) {
        this.operation = operation;
        this.input = input;
        this.context = context;
        this.deadlineNanos = deadlineNanos;
    }

    Operation operation() {
        return operation;
    }

    Structure input() {
        return input;
    }

    CallContext context() {
        return context;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public String toString() {
        return "CallCommand[" + operation.qualifiedName() + " " + context.requestId() + "]";
    }
}
