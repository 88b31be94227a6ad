package io.attestore.door.sigv4;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.events.id.AccessKeyId;
import java.time.Duration;

/**
 * Derived signing keys, kept for a while: at most {@value #KEYS_MAX}, each for ten minutes. Only asked for an access key
 * that exists; who knows its id but not its secret can crowd the others out, which costs them four HMACs each and no
 * more. Safe for many threads.
 *
 * <p>An evicted key is left to the garbage collector: another request may be using it. It was good for one day, one
 * Region and one service.
 */
final class SigningKeys {

    static final int KEYS_MAX = 10_000;

    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Purpose(AccessKeyId id, CredentialScope scope) {}

    private final Cache<Purpose, SigningKey> cache =
            Caffeine.newBuilder().maximumSize(KEYS_MAX).expireAfterWrite(KEPT).build();

    SigningKey of(AccessKey accessKey, CredentialScope scope) {
        return cache.get(
                new Purpose(accessKey.id(), scope), purpose -> SigningKey.derive(accessKey.secret(), purpose.scope()));
    }
}
