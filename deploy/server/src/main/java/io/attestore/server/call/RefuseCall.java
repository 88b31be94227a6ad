package io.attestore.server.call;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.call.CallContext;

/** Record that a call was refused before an operation could handle it. */
record RefuseCall(CallContext context, AwsFault fault) {

    @Override
    public String toString() {
        return "RefuseCall[" + context.requestId() + "]";
    }
}
