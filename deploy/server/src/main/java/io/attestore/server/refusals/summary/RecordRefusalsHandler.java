package io.attestore.server.refusals.summary;

import io.attestore.server.call.Recorder;
import java.util.List;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** Records the number of refusals, as the server's own doing, on no condition. Safe for many threads. */
public final class RecordRefusalsHandler implements CommandHandler {

    /** The command's name. */
    public static final QualifiedName COMMAND = new QualifiedName("attestore.RecordRefusals");

    private static final MessageType RESULT = new MessageType("attestore.RefusalsRecorded");

    private final Recorder recorder;

    public RecordRefusalsHandler(Recorder recorder) {
        this.recorder = recorder;
    }

    /** The result's payload is what was recorded. */
    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        if (!(message.payload() instanceof RecordRefusals command)) {
            throw new IllegalArgumentException("Not refusals: " + message.type());
        }
        recorder.record(command.context(), List.of(command.refusals()), List.of(), context);
        return MessageStream.just(new GenericCommandResultMessage(RESULT, command.refusals()));
    }
}
