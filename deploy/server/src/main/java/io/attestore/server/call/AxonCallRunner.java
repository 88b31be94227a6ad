package io.attestore.server.call;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.AwsFault;
import io.attestore.door.fault.SsmFaults;
import io.attestore.door.operation.AwsService;
import io.attestore.door.operation.CallRunner;
import io.attestore.door.operation.Operation;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.events.call.CallContext;
import java.util.stream.Stream;
import org.axonframework.messaging.core.QualifiedName;

/** Runs each call as one Axon command, whose name is the operation's. Safe for many threads. */
public final class AxonCallRunner implements CallRunner {

    private static final QualifiedName REFUSE_CALL = new QualifiedName("attestore.RefuseCall");

    private final DurableCommands commands;

    public AxonCallRunner(DurableCommands commands) {
        this.commands = commands;
    }

    /** The names of all commands that this runner sends; {@link CallHandler} handles every one. */
    public static Stream<QualifiedName> commandNames(Stream<Operation> operations) {
        return Stream.concat(Stream.of(REFUSE_CALL), operations.map(AxonCallRunner::nameOf));
    }

    @Override
    public Structure run(Operation operation, Structure input, CallContext context) {
        try {
            return output(
                    commands.run(nameOf(operation), new CallCommand(operation, input, context), CallResult.class));
        } catch (TooManyConflictsException overtaken) {
            AwsFault refusal = overtaken(operation);
            refuse(context, refusal);
            throw refusal;
        }
    }

    /** Parameter Store has an error of its own for a change that others overtook every time. */
    private static AwsFault overtaken(Operation operation) {
        return operation.service() == AwsService.SSM && !operation.readOnly()
                ? SsmFaults.tooManyUpdates()
                : WireProtocol.of(operation.service()).throttled();
    }

    @Override
    public void refuse(CallContext context, AwsFault fault) {
        commands.run(REFUSE_CALL, new RefuseCall(context, fault), CallResult.class);
    }

    private static Structure output(CallResult result) {
        return switch (result) {
            case CallResult.Answer answer -> answer.output();
            case CallResult.Refusal refusal -> throw refusal.fault();
        };
    }

    private static QualifiedName nameOf(Operation operation) {
        return new QualifiedName(operation.qualifiedName());
    }
}
