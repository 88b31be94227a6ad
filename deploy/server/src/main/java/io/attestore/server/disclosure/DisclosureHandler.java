package io.attestore.server.disclosure;

import io.attestore.contract.state.Entities;
import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.iam.AccessKey;
import io.attestore.entities.iam.AccessKeyDirectory;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.disclosure.DisclosureEvent;
import io.attestore.events.disclosure.DisclosureResumed;
import io.attestore.events.disclosure.DisclosureStopped;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.server.call.Recorder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * Records an order about disclosure as the store's own doing. Every order is recorded, also one that changes nothing:
 * what was so before is told only on the condition of its record. Safe for many threads and nodes.
 */
public final class DisclosureHandler implements CommandHandler {

    /** The command's name. */
    public static final QualifiedName COMMAND = new QualifiedName("attestore.ChangeDisclosure");

    private static final MessageType RESULT = new MessageType("attestore.DisclosureChanged");
    private static final String SERVICE = "attestore";

    /** Where AWS records what is about no Region. */
    private static final Region REGION = new Region("us-east-1");

    private final HotStates states;
    private final Recorder recorder;

    public DisclosureHandler(HotStates states, Recorder recorder) {
        this.states = states;
        this.recorder = recorder;
    }

    /** The result's payload is the state that the order met. */
    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        if (!(message.payload() instanceof DisclosureOrder order)) {
            throw new IllegalArgumentException("Not an order about disclosure: " + message.type());
        }
        Entities entities = states.in(context);
        DisclosureState before = entities.load(DisclosureState.TYPE, DisclosureState.Id.WHOLE_STORE);
        List<AccountId> accounts = accounts(entities);
        recorder.record(context(order, accounts.getFirst()), List.of(event(order, accounts)), List.of(), context);
        return MessageStream.just(new GenericCommandResultMessage(RESULT, before));
    }

    private static DisclosureEvent event(DisclosureOrder order, List<AccountId> accounts) {
        return switch (order) {
            case DisclosureOrder.Stop stop ->
                new DisclosureStopped(stop.reason().text(), accounts);
            case DisclosureOrder.Resume resume ->
                new DisclosureResumed(resume.reason().map(DisclosureReason::text), accounts);
        };
    }

    /** A store that answers requests has at least one, see {@link io.attestore.server.bootstrap.AccountBootstrap}. */
    private static List<AccountId> accounts(Entities entities) {
        return entities.load(AccessKeyDirectory.TYPE, AccessKeyDirectory.Id.ALL_ACCOUNTS).keys().values().stream()
                .map(AccessKey.Existing::account)
                .distinct()
                .sorted(Comparator.comparing(AccountId::value))
                .toList();
    }

    private static CallContext context(DisclosureOrder order, AccountId account) {
        return new CallContext(
                order.id().toString(),
                order.at(),
                new AccountRegion(account, REGION),
                Principal.service(SERVICE, account, REGION.partition()),
                SERVICE,
                order.eventName(),
                false,
                SERVICE,
                SERVICE,
                SERVICE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
