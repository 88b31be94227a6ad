package io.attestore.server.call;

import io.attestore.door.document.Structure;
import io.attestore.door.operation.Operation;
import io.attestore.events.call.CallContext;

/** Run this operation. Not a record: the input may hold what nothing may print. */
final class CallCommand {

    private final Operation operation;
    private final Structure input;
    private final CallContext context;

    CallCommand(Operation operation, Structure input, CallContext context) {
        this.operation = operation;
        this.input = input;
        this.context = context;
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

    @Override
    public String toString() {
        return "CallCommand[" + operation.qualifiedName() + " " + context.requestId() + "]";
    }
}
