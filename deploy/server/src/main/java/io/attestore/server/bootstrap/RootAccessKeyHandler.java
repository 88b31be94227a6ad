package io.attestore.server.bootstrap;

import io.attestore.contract.state.Entities;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.iam.AccessKey;
import io.attestore.entities.iam.Account;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.Event;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccountCreated;
import io.attestore.server.call.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * Makes an account's root access key exist: creates what is missing, does nothing if all of it is there or the key was
 * deleted since, and refuses a key that is there with another secret, for another account or for a user. Safe for many threads and nodes.
 */
public final class RootAccessKeyHandler implements CommandHandler {

    /** The command's name. */
    public static final QualifiedName COMMAND = new QualifiedName("attestore.CreateRootAccessKey");

    private static final MessageType RESULT = new MessageType("attestore.RootAccessKeyCreated");

    private final HotStates states;
    private final KeyVault vault;
    private final Recorder recorder;

    public RootAccessKeyHandler(HotStates states, KeyVault vault, Recorder recorder) {
        this.states = states;
        this.vault = vault;
        this.recorder = recorder;
    }

    /** The result's payload is whether anything had to be created. */
    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        if (!(message.payload() instanceof CreateRootAccessKey command)) {
            throw new IllegalArgumentException("Not a CreateRootAccessKey: " + message.type());
        }
        return MessageStream.just(new GenericCommandResultMessage(RESULT, create(command, context)));
    }

    private boolean create(CreateRootAccessKey command, ProcessingContext context) {
        Entities entities = states.in(context);
        RootAccessKey key = command.key();
        return switch (entities.load(AccessKey.TYPE, key.id())) {
            case AccessKey.Existing present -> {
                requireSame(key, present);
                yield false;
            }
            case AccessKey.Deleted _ -> false;
            case AccessKey.Absent _ -> {
                List<Event> events = new ArrayList<>();
                if (entities.load(Account.TYPE, key.account()) instanceof Account.Absent) {
                    events.add(new AccountCreated(key.account()));
                }
                var secretRow = vault.wrapAccessKey(key.account(), key.id(), key.secret());
                events.add(new AccessKeyCreated(key.account(), key.id(), secretRow.id()));
                recorder.record(command.context(), events, List.of(secretRow), context);
                yield true;
            }
        };
    }

    private void requireSame(RootAccessKey key, AccessKey.Existing present) {
        if (present.user().isPresent()) {
            throw new BootstrapException("The access key " + key.id() + " is there already, and is a user's");
        }
        if (!present.account().equals(key.account())) {
            throw new BootstrapException("The access key " + key.id() + " is there already, for the account "
                    + present.account() + " and not " + key.account());
        }
        try (SecretBytes secret = vault.accessKeySecret(present.account(), present.id())
                .orElseThrow(() -> new BootstrapException("The secret of the access key " + key.id() + " is lost"))) {
            if (!secret.equalsConstantTime(key.secret())) {
                throw new BootstrapException("The access key " + key.id()
                        + " is there already, with another secret; a secret cannot change");
            }
        }
    }
}
