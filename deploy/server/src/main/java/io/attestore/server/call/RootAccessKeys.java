package io.attestore.server.call;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.sigv4.AccessKey;
import io.attestore.door.sigv4.AccessKeys;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.iam.AccessKey.Active;
import io.attestore.entities.iam.AccessKeyDirectory;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.id.AccessKeyId;
import java.util.Optional;

/**
 * Finds access keys in the hot directory of all of them and keeps their unwrapped secrets in memory, so that a signature
 * is checked without asking any table. Whether a key is still active is asked every time. Safe for many threads.
 */
public final class RootAccessKeys implements AccessKeys {

    private final HotStates states;
    private final KeyVault vault;
    private final UnwrappedSecrets unwrapped;

    /** @param cachedKeysMax how many unwrapped secrets stay in memory */
    public RootAccessKeys(HotStates states, KeyVault vault, int cachedKeysMax) {
        this.states = states;
        this.vault = vault;
        this.unwrapped = new UnwrappedSecrets(cachedKeysMax);
    }

    @Override
    public Optional<AccessKey> find(AccessKeyId id) {
        return Optional.ofNullable(directory().keys().get(id))
                .flatMap(active -> unwrapped
                        .copy(active)
                        .or(() -> unwrap(active))
                        .map(secret -> AccessKey.ofRoot(active.id(), active.account(), secret)));
    }

    private AccessKeyDirectory directory() {
        return states.latest(AccessKeyDirectory.TYPE, AccessKeyDirectory.Id.ALL_ACCOUNTS);
    }

    private Optional<SecretBytes> unwrap(Active active) {
        Optional<SecretBytes> found = vault.accessKeySecret(active.account(), active.id());
        found.ifPresent(secret -> unwrapped.keep(active, secret.copy()));
        return found;
    }
}
