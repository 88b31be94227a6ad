package io.attestore.server.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.iam.AccessKey.Active;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped secrets of access keys, up to a number: the least recently used is forgotten, and overwritten, first. Whoever
 * asks gets a copy, so that nobody has in his hands what is overwritten. Safe for many threads.
 */
final class UnwrappedSecrets {

    private final Cache<Active, SecretBytes> secrets;

    UnwrappedSecrets(int secretsMax) {
        secrets = Caffeine.newBuilder()
                .maximumSize(secretsMax)
                .executor(Runnable::run)
                .removalListener(UnwrappedSecrets::overwrite)
                .build();
    }

    /** A copy; empty if it is not kept, or is being forgotten in this moment. */
    Optional<SecretBytes> copy(Active key) {
        return Optional.ofNullable(secrets.getIfPresent(key)).flatMap(SecretBytes::copyIfOpen);
    }

    /** Takes the secret over. */
    void keep(Active key, SecretBytes secret) {
        secrets.put(key, secret);
    }

    private static void overwrite(@Nullable Active key, @Nullable SecretBytes forgotten, RemovalCause cause) {
        if (forgotten != null) {
            forgotten.close();
        }
    }
}
