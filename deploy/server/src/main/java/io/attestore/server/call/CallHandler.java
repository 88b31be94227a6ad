package io.attestore.server.call;

import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.Secrets;
import io.attestore.contract.document.Structure;
import io.attestore.contract.document.Unmodelled;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.RecordedCodes;
import io.attestore.entities.hot.HotStates;
import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.server.heavy.HeavyWork;
import io.attestore.server.refusals.RefusalBudget;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Handles the command of every operation: has it {@linkplain CallDecision decided}, then hands the record of it to the
 * processing context. Whatever else is thrown than an {@link AwsFault} leaves no record and no answer. An output that was not
 * recorded is wiped. Safe for many threads.
 */
public final class CallHandler implements CommandHandler {

    private static final MessageType RESULT = new MessageType("attestore.CallResult");

    private final HotStates states;
    private final CallDecision decision;
    private final Recorder recorder;
    private final RefusalBudget refusals;

    public CallHandler(
            HotStates states, Authoriser authoriser, Recorder recorder, HeavyWork heavyWork, RefusalBudget refusals) {
        this.states = states;
        this.decision = new CallDecision(authoriser, heavyWork);
        this.recorder = recorder;
        this.refusals = refusals;
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        CallResult result = switch (message.payload()) {
            case CallCommand command -> handle(command, context);
            case RefuseCall refuse -> handle(refuse, context);
            case @Nullable Object other -> throw new IllegalArgumentException("Not a call: " + message.type());
        };
        return MessageStream.just(new GenericCommandResultMessage(RESULT, result));
    }

    private CallResult handle(CallCommand command, ProcessingContext context) {
        CallDecision.Decided decided = decision.of(command, states.in(context));
        return switch (decided.outcome()) {
            case Outcome.Answered answered -> {
                assert isModelled(command.operation(), answered.output());
                List<Event> events = answered.events().isEmpty() ? List.of(new CallAnswered()) : answered.events();
                context.onError((failed, phase, error) -> Secrets.wipe(answered.output()));
                recorder.record(
                        recorded(command.operation(), decided.context(), answered),
                        events,
                        answered.keyRows(),
                        context);
                yield new CallResult.Answer(answered.output());
            }
            case Outcome.Refused refused -> refuse(decided.context(), refused, context);
        };
    }

    private CallResult handle(RefuseCall refuse, ProcessingContext context) {
        return refuse(refuse.context(), Outcome.refused(refuse.fault()), context);
    }

    /** Recorded by itself, or counted if the account has been refused too often: then nothing is told but that. */
    private CallResult refuse(CallContext call, Outcome.Refused refused, ProcessingContext context) {
        if (!refusals.admits(call, refused.fault().code())) {
            return new CallResult.Throttled();
        }
        recordRefusal(call, refused, context);
        return new CallResult.Refusal(refused.fault());
    }

    private void recordRefusal(CallContext call, Outcome.Refused refused, ProcessingContext context) {
        List<Event> events = new ArrayList<>(refused.events());
        String code = RecordedCodes.of(call.eventSource(), refused.fault().code());
        events.add(new CallRefused(code, refused.fault().text()));
        recorder.record(call, events, List.of(), context);
    }

    /** Every test of the whole server checks every answer, which costs a running server nothing. */
    private static boolean isModelled(Operation operation, Structure output) {
        List<String> unmodelled = Unmodelled.in(output, operation.output());
        if (!unmodelled.isEmpty()) {
            throw new AssertionError(operation.qualifiedName() + " answers what its model has not: " + unmodelled);
        }
        return true;
    }

    private static CallContext recorded(Operation operation, CallContext call, Outcome.Answered answered) {
        return operation.readOnly()
                ? call
                : call.withResponseElements(Redaction.record(answered.output(), operation.output()));
    }
}
