package io.attestore.server.call;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.CallRunner;
import io.attestore.contract.operation.Operation;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.events.call.CallContext;
import io.attestore.events.log.LogOverloadedException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.messaging.core.QualifiedName;

/** Runs each call as one Axon command, whose name is the operation's. Safe for many threads. */
public final class AxonCallRunner implements CallRunner {

    private static final QualifiedName REFUSE_CALL = new QualifiedName("attestore.RefuseCall");

    private final DurableCommands commands;
    private final Duration timeLimit;

    public AxonCallRunner(DurableCommands commands, CallSettings settings) {
        this.commands = commands;
        this.timeLimit = settings.timeLimit();
    }

    /** The names of all commands that this runner sends; {@link CallHandler} handles every one. */
    public static Stream<QualifiedName> commandNames(Stream<Operation> operations) {
        return Stream.concat(Stream.of(REFUSE_CALL), operations.map(AxonCallRunner::nameOf));
    }

    @Override
    public Structure run(Operation operation, Structure input, CallContext context) {
        long deadlineNanos = System.nanoTime() + timeLimit.toNanos();
        CallCommand command = new CallCommand(operation, input, context, deadlineNanos);
        try {
            return output(commands.run(nameOf(operation), command, CallResult.class));
        } catch (TooManyConflictsException overtaken) {
            AwsFault refusal = overtaken(operation);
            refuse(context, refusal);
            throw refusal;
        }
    }

    private static AwsFault overtaken(Operation operation) {
        return operation
                .overtaken()
                .map(Supplier::get)
                .orElseGet(() -> WireProtocol.of(operation.service()).throttled());
    }

    @Override
    public void refuse(CallContext context, AwsFault fault) {
        CallResult result = commands.run(REFUSE_CALL, new RefuseCall(context, fault), CallResult.class);
        if (result instanceof CallResult.Throttled) {
            throw refusedTooOften();
        }
    }

    private static LogOverloadedException refusedTooOften() {
        return new LogOverloadedException("The account was refused too often");
    }

    private static Structure output(CallResult result) {
        return switch (result) {
            case CallResult.Answer answer -> answer.output();
            case CallResult.Refusal refusal -> throw refusal.fault();
            case CallResult.Throttled() -> throw refusedTooOften();
        };
    }

    private static QualifiedName nameOf(Operation operation) {
        return new QualifiedName(operation.qualifiedName());
    }
}
