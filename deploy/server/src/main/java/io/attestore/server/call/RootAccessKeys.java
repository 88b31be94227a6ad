package io.attestore.server.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.door.sigv4.AccessKey;
import io.attestore.door.sigv4.AccessKeys;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.identity.AccessKey.Active;
import io.attestore.entities.identity.AccessKeyDirectory;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.id.AccessKeyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds access keys in the hot directory of all of them and keeps their unwrapped secrets in memory, the least recently used forgotten
 * first, so that a signature is checked without asking any table. Whether a key is still active is asked every time.
 */
public final class RootAccessKeys implements AccessKeys {

    private final HotStates states;
    private final KeyVault vault;
    private final Cache<Active, AccessKey> unwrapped;

    /** @param cachedKeysMax how many unwrapped secrets stay in memory */
    public RootAccessKeys(HotStates states, KeyVault vault, int cachedKeysMax) {
        this.states = states;
        this.vault = vault;
        this.unwrapped = Caffeine.newBuilder()
                .maximumSize(cachedKeysMax)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<AccessKey> find(AccessKeyId id) {
        return Optional.ofNullable(directory().keys().get(id)).flatMap(this::withSecret);
    }

    private AccessKeyDirectory directory() {
        return states.latest(AccessKeyDirectory.TYPE, AccessKeyDirectory.Id.ALL_ACCOUNTS);
    }

    private Optional<AccessKey> withSecret(Active active) {
        @Nullable AccessKey cached = unwrapped.getIfPresent(active);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<AccessKey> found = vault.accessKeySecret(active.account(), active.id())
                .map(secret -> AccessKey.ofRoot(active.id(), active.account(), secret));
        found.ifPresent(key -> unwrapped.put(active, key));
        return found;
    }
}
