package io.attestore.server.wiring;

import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.postgres.DataDirectoryLock;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.store.RootKeyCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What everything else stands on besides the clock, which the start brings: randomness, the claim on the data directory, the root key. */
@Configuration(proxyBeanMethods = false)
public class GroundConfiguration {

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean(destroyMethod = "close")
    DataDirectoryLock dataDirectoryLock(StoreSettings settings) {
        return DataDirectoryLock.acquire(settings.data());
    }

    @Bean(destroyMethod = "close")
    RootKey rootKey(DataDirectoryLock lock, StoreSettings settings, SecureRandom random, Progress progress) {
        RootKeyCheck.requireNoneLost(settings);
        try {
            boolean missing = Files.notExists(settings.rootKey());
            RootKey rootKey = RootKeyFile.loadOrCreate(settings.rootKey(), random);
            if (missing) {
                progress.tell("Made the root key " + settings.rootKey() + ": keep a copy of it in a safe place");
            }
            return rootKey;
        } catch (IOException e) {
            throw new UncheckedIOException("The root key file " + settings.rootKey() + " cannot be used", e);
        }
    }
}
