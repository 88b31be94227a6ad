package io.attestore.server.wiring;

import io.attestore.cryptography.root.RootKey;
import io.attestore.server.store.Database;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What everything else stands on besides the clock: randomness, and the {@link Ground}, which closes what is its own.
 */
@Configuration(proxyBeanMethods = false)
public class GroundConfiguration {

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean(destroyMethod = "")
    RootKey rootKey(Ground ground) {
        return ground.rootKey();
    }

    @Bean(destroyMethod = "")
    Database database(Ground ground) {
        return ground.database();
    }
}
