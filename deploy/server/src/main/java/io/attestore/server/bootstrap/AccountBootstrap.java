package io.attestore.server.bootstrap;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.settings.StoreSettings;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sees to the accounts before the first request: those of the bootstrap file, or, if none is given, one account with an
 * access key of its own making. The first key is told to clients of this machine in the data directory's env file.
 */
public final class AccountBootstrap {

    private static final Region REGION = new Region("us-east-1");

    private final StoreSettings settings;
    private final DurableCommands commands;
    private final SecureRandom random;
    private final Clock clock;
    private final Consumer<String> progress;

    public AccountBootstrap(
            StoreSettings settings,
            DurableCommands commands,
            SecureRandom random,
            Clock clock,
            Consumer<String> progress) {
        this.settings = settings;
        this.commands = commands;
        this.random = random;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws BootstrapException if a key cannot be as it was asked for */
    public void run() {
        List<RootAccessKey> keys =
                settings.bootstrapFile().map(BootstrapFile::read).orElseGet(this::ownKey);
        try {
            keys.forEach(this::create);
            new EnvironmentFile(settings.environment()).write(keys.getFirst());
        } finally {
            keys.forEach(RootAccessKey::close);
        }
    }

    /** Tells clients the port, which is known once it is bound. */
    public void announce(String endpoint) {
        new EnvironmentFile(settings.environment()).writeEndpoint(endpoint);
    }

    /** The key of the last start, so that a start that failed half-way, or a later one, does not make another. */
    private List<RootAccessKey> ownKey() {
        Optional<RootAccessKey> known = Files.exists(settings.environment())
                ? new EnvironmentFile(settings.environment()).key()
                : Optional.empty();
        return List.of(known.orElseGet(this::newKey));
    }

    private RootAccessKey newKey() {
        RootAccessKey key = RootAccessKey.generate(random);
        new EnvironmentFile(settings.environment()).write(key);
        return key;
    }

    private void create(RootAccessKey key) {
        var command = new CreateRootAccessKey(key, context(key));
        if (commands.run(RootAccessKeyHandler.COMMAND, command, Boolean.class)) {
            progress.accept("Created the access key " + key.id() + " of account " + key.account());
        }
    }

    private CallContext context(RootAccessKey key) {
        return new CallContext(
                UUID.randomUUID().toString(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new AccountRegion(key.account(), REGION),
                Principal.root(key.account(), key.id(), REGION.partition()),
                "iam.amazonaws.com",
                "CreateAccessKey",
                false,
                "127.0.0.1",
                "attestore",
                "iam.amazonaws.com",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
