package io.attestore.server.duework;

import io.attestore.command.ssm.parameter.duework.ParameterDueWork;
import io.attestore.command.ssm.parameter.duework.Performance;
import io.attestore.entities.hot.HotStates;
import io.attestore.server.call.Recorder;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * Decides on fresh state whether due work is still to be done, and records it as the service's own doing. Doing it twice
 * records it once. Safe for many threads and nodes.
 */
public final class DueWorkHandler implements CommandHandler {

    /** The command's name. */
    public static final QualifiedName COMMAND = new QualifiedName("attestore.PerformDueWork");

    private static final MessageType RESULT = new MessageType("attestore.DueWorkPerformed");

    private final ParameterDueWork work;
    private final HotStates states;
    private final Recorder recorder;

    public DueWorkHandler(ParameterDueWork work, HotStates states, Recorder recorder) {
        this.work = work;
        this.states = states;
        this.recorder = recorder;
    }

    /** The result's payload is what was done, and when there is more to do. */
    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        if (!(message.payload() instanceof PerformDueWork command)) {
            throw new IllegalArgumentException("Not due work: " + message.type());
        }
        Performance done = work.perform(
                command.work(),
                states.in(context),
                command.context().requestId(),
                command.context().at());
        if (!done.events().isEmpty()) {
            recorder.record(command.context(), done.events(), done.rows(), context);
        }
        return MessageStream.just(new GenericCommandResultMessage(RESULT, done));
    }
}
