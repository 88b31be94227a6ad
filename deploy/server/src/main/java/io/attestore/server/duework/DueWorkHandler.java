package io.attestore.server.duework;

import io.attestore.contract.duework.DueWorkDecision;
import io.attestore.contract.duework.DueWorkKind;
import io.attestore.contract.duework.Performance;
import io.attestore.entities.hot.HotStates;
import io.attestore.server.call.Recorder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    private final Map<DueWorkKind, DueWorkDecision> decisions = new HashMap<>();
    private final HotStates states;
    private final Recorder recorder;

    /** @throws IllegalArgumentException if there is not one decision for each kind of the catalogue */
    public DueWorkHandler(
            DueWorkCatalogue catalogue, Collection<DueWorkDecision> decisions, HotStates states, Recorder recorder) {
        for (DueWorkDecision decision : decisions) {
            for (DueWorkKind kind : decision.kinds()) {
                if (this.decisions.put(kind, decision) != null) {
                    throw new IllegalArgumentException("Two decide about due work of the kind " + kind);
                }
            }
        }
        for (DueWorkKind kind : catalogue.kinds()) {
            if (!this.decisions.containsKey(kind)) {
                throw new IllegalArgumentException("Nobody decides about due work of the kind " + kind);
            }
        }
        this.states = states;
        this.recorder = recorder;
    }

    /** The result's payload is what was done, and when there is more to do. */
    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        if (!(message.payload() instanceof PerformDueWork command)) {
            throw new IllegalArgumentException("Not due work: " + message.type());
        }
        DueWorkDecision decision =
                Objects.requireNonNull(decisions.get(command.due().work().kind()));
        Performance done = decision.perform(
                command.due(),
                states.in(context),
                command.context().requestId(),
                command.context().at());
        if (!done.events().isEmpty()) {
            recorder.record(command.context(), done.events(), done.rows(), context);
        }
        return MessageStream.just(new GenericCommandResultMessage(RESULT, done));
    }
}
