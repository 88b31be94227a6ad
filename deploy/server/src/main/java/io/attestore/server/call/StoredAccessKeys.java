package io.attestore.server.call;

import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.door.sigv4.AccessKey;
import io.attestore.door.sigv4.AccessKeys;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.iam.AccessKey.Active;
import io.attestore.entities.iam.AccessKeyDirectory;
import io.attestore.entities.iam.user.User;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.IamId;
import java.util.Optional;

/**
 * Finds access keys, of users and of roots, in the hot directory of all of them and keeps their unwrapped secrets in memory,
 * so that a signature is checked without asking any table. Whether a key is still active is asked every time. Safe for
 * many threads.
 */
public final class StoredAccessKeys implements AccessKeys {

    private final HotStates states;
    private final KeyVault vault;
    private final UnwrappedSecrets unwrapped;

    /** @param cachedKeysMax how many unwrapped secrets stay in memory */
    public StoredAccessKeys(HotStates states, KeyVault vault, int cachedKeysMax) {
        this.states = states;
        this.vault = vault;
        this.unwrapped = new UnwrappedSecrets(cachedKeysMax);
    }

    @Override
    public Optional<AccessKey> find(AccessKeyId id) {
        return directory().keys().get(id) instanceof Active active
                ? active.user().isPresent() ? ofUser(active, active.user().get()) : ofRoot(active)
                : Optional.empty();
    }

    private Optional<AccessKey> ofRoot(Active active) {
        return secret(active).map(secret -> AccessKey.ofRoot(active.id(), active.account(), secret));
    }

    private Optional<AccessKey> ofUser(Active active, IamId id) {
        return states.latest(User.TYPE, id) instanceof User.Existing user
                ? secret(active).map(secret -> AccessKey.ofUser(active.id(), user.resource(), secret))
                : Optional.empty();
    }

    private Optional<SecretBytes> secret(Active active) {
        return unwrapped.copy(active).or(() -> unwrap(active));
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
