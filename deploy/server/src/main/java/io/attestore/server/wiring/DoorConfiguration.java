package io.attestore.server.wiring;

import io.attestore.contract.operation.CallRunner;
import io.attestore.contract.operation.OperationCatalogue;
import io.attestore.door.FailedAuthentications;
import io.attestore.door.FrontDoor;
import io.attestore.door.sigv4.AccessKeys;
import io.attestore.door.sigv4.RememberedSignatures;
import io.attestore.door.sigv4.Replays;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.vault.KeyVault;
import io.attestore.server.bootstrap.AccountBootstrap;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.call.StoredAccessKeys;
import io.attestore.server.http.RejectedRequestCounter;
import io.attestore.server.settings.MemorySettings;
import io.attestore.server.settings.ReplaySettings;
import io.attestore.server.settings.StoreSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may sign, and the door itself. */
@Configuration(proxyBeanMethods = false)
public class DoorConfiguration {

    /** The accounts are there as soon as this bean is: before the port opens. */
    @Bean(initMethod = "run")
    AccountBootstrap accountBootstrap(
            StoreSettings settings, DurableCommands commands, SecureRandom random, Clock clock, Progress progress) {
        return new AccountBootstrap(settings, commands, random, clock, progress::tell);
    }

    @Bean
    AccessKeys accessKeys(HotStates states, KeyVault vault, MemorySettings memory) {
        return new StoredAccessKeys(states, vault, memory.keysMax());
    }

    @Bean
    Replays replays(ReplaySettings settings) {
        return settings.refuseReplayedWrites()
                ? new RememberedSignatures(settings.rememberedSignaturesMax())
                : Replays.ALLOWED;
    }

    @Bean
    FrontDoor frontDoor(
            AccessKeys accessKeys,
            OperationCatalogue operations,
            CallRunner runner,
            FailedAuthentications failures,
            MeterRegistry registry,
            Replays replays) {
        return new FrontDoor(
                new SignatureVerifier(accessKeys),
                operations,
                runner,
                new RejectedRequestCounter(registry),
                failures,
                replays);
    }
}
