package io.attestore.server.call;

import io.attestore.contract.document.Redaction;
import io.attestore.contract.document.Secrets;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.iam.AccessKey;
import io.attestore.events.Event;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.Principal;
import io.attestore.server.heavy.HeavyWork;
import io.attestore.server.refusals.RefusalBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Handles the command of every operation: is the caller's key still valid, may the caller do this, may anybody just now,
 * what does the operation decide; then hands the record of it to the processing context. An {@link AwsFault} is an outcome; whatever
 * else is thrown leaves no record and no answer. An output that was not recorded is wiped. Safe for many threads.
 */
public final class CallHandler implements CommandHandler {

    private static final MessageType RESULT = new MessageType("attestore.CallResult");

    private final HotStates states;
    private final Authoriser authoriser;
    private final Recorder recorder;
    private final HeavyWork heavyWork;
    private final RefusalBudget refusals;

    public CallHandler(
            HotStates states, Authoriser authoriser, Recorder recorder, HeavyWork heavyWork, RefusalBudget refusals) {
        this.states = states;
        this.authoriser = authoriser;
        this.recorder = recorder;
        this.heavyWork = heavyWork;
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
        return switch (decide(command, context)) {
            case Outcome.Answered answered -> {
                List<Event> events = answered.events().isEmpty() ? List.of(new CallAnswered()) : answered.events();
                context.onError((failed, phase, error) -> Secrets.wipe(answered.output()));
                recorder.record(recorded(command, answered), events, answered.keyRows(), context);
                yield new CallResult.Answer(answered.output());
            }
            case Outcome.Refused refused -> {
                yield refuse(command.context(), refused, context);
            }
        };
    }

    private CallResult handle(RefuseCall refuse, ProcessingContext context) {
        return refuse(refuse.context(), Outcome.refused(refuse.fault()), context);
    }

    private Outcome decide(CallCommand command, ProcessingContext context) {
        Call call = new AuthorisedCall(
                command.context(), states.in(context), authoriser, heavyWork, command.deadlineNanos());
        try {
            requireActiveKey(command.operation(), call);
            requireAllowed(command, call);
            requireDisclosure(command.operation(), call);
            return command.operation().handler().handle(command.input(), call);
        } catch (AwsFault fault) {
            return Outcome.refused(fault);
        }
    }

    private static void requireActiveKey(Operation operation, Call call) {
        Principal principal = call.context().principal();
        boolean active = principal
                .accessKeyId()
                .filter(id -> call.load(AccessKey.TYPE, id) instanceof AccessKey.Active key
                        && key.account().equals(principal.account()))
                .isPresent();
        if (!active) {
            throw AccessDenial.keyGone(operation.service());
        }
    }

    private void requireAllowed(CallCommand command, Call call) {
        Operation operation = command.operation();
        Principal principal = call.context().principal();
        for (String resource : operation.resources().of(command.input(), call.where())) {
            if (authoriser.decide(principal, operation.action(), resource, call) instanceof Denied denied) {
                throw AccessDenial.of(operation.service(), principal, operation.action(), resource, denied);
            }
        }
    }

    /** Loaded, and so part of what the answer's record is conditional on: whoever stopped disclosure was not overtaken. */
    private static void requireDisclosure(Operation operation, Call call) {
        if (operation.disclosesSecrets()
                && call.load(DisclosureState.TYPE, DisclosureState.Id.WHOLE_STORE) instanceof DisclosureState.Stopped) {
            throw AccessDenial.sealed(operation.service());
        }
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
        events.add(new CallRefused(refused.fault().code(), refused.fault().text()));
        recorder.record(call, events, List.of(), context);
    }

    private static CallContext recorded(CallCommand command, Outcome.Answered answered) {
        Operation operation = command.operation();
        Optional<String> elements =
                operation.readOnly() ? Optional.empty() : Redaction.record(answered.output(), operation.output());
        return command.context().withResponseElements(elements);
    }
}
