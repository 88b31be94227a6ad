package io.attestore.entities.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyTable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes keys, wraps them under the root key for the key table, and unwraps them again. Unwrapped keys are kept in
 * memory, the least recently used forgotten first, so that a hot read asks no table.
 *
 * <p>A key that has left the cache is not wiped: a call may still be using it. Whether a row still exists is not asked
 * for a cached key; that it may be used is for the state that names it to say, and destroying a row changes that state
 * in the same transaction. Safe for many threads. What is made here becomes durable only with the append that carries
 * its row.
 */
public final class KeyVault {

    /** A key that was destroyed by another node is no longer read, and leaves the memory after this time. */
    private static final Duration UNUSED_MAX = Duration.ofMinutes(10);

    private final RootKey rootKey;
    private final KeyTable table;
    private final SecureRandom random;
    private final Cache<String, KeyMaterial> materials;
    private final Cache<String, DataKey> dataKeys;

    /** @param cachedKeysMax how many unwrapped keys of either kind stay in memory */
    public KeyVault(RootKey rootKey, KeyTable table, SecureRandom random, int cachedKeysMax) {
        this.rootKey = rootKey;
        this.table = table;
        this.random = random;
        this.materials = cache(cachedKeysMax);
        this.dataKeys = cache(cachedKeysMax);
    }

    /** A generation of key material that does not exist yet, and the row that makes it last. */
    public record NewMaterial(KeyMaterialId id, KeyMaterial material, KeyRowChange.Put row) {}

    /** A data key that does not exist yet, and the row that makes it last. */
    public record NewDataKey(String rowId, DataKey key, KeyRowChange.Put row) {}

    public NewMaterial newMaterial(AccountRegion where, KeyId keyId) {
        KeyMaterial material = KeyMaterial.generate(random);
        KeyMaterialId id = new KeyMaterialId(material.id().value());
        String rowId = materialRow(where, keyId, id);
        byte[] wrapped = rootKey.wrap(rowId, material, random);
        return new NewMaterial(id, material, new KeyRowChange.Put(rowId, Bytes.copyOf(wrapped)));
    }

    /** Key material by its ids; empty if its row was destroyed. */
    public Optional<KeyMaterial> material(AccountRegion where, KeyId keyId, KeyMaterialId id) {
        String rowId = materialRow(where, keyId, id);
        KeyMaterial cached = materials.getIfPresent(rowId);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<KeyMaterial> found =
                table.find(rowId).map(wrapped -> rootKey.unwrapKeyMaterial(rowId, wrapped.toArray()));
        found.ifPresent(material -> materials.put(rowId, material));
        return found;
    }

    /** A data key of its own for one version of a value of the given service. */
    public NewDataKey newDataKey(String service, AccountRegion where) {
        String rowId = service + "/" + where.prefix() + UUID.randomUUID();
        DataKey key = DataKey.generate(random);
        byte[] wrapped = rootKey.wrap(rowId, key, random);
        return new NewDataKey(rowId, key, new KeyRowChange.Put(rowId, Bytes.copyOf(wrapped)));
    }

    /** A data key by the name of its row; empty if it was destroyed. */
    public Optional<DataKey> dataKey(String rowId) {
        DataKey cached = dataKeys.getIfPresent(rowId);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<DataKey> found = table.find(rowId).map(wrapped -> rootKey.unwrapDataKey(rowId, wrapped.toArray()));
        found.ifPresent(key -> dataKeys.put(rowId, key));
        return found;
    }

    /** Forgets an unwrapped key whose row was destroyed. */
    public void forget(String rowId) {
        materials.invalidate(rowId);
        dataKeys.invalidate(rowId);
    }

    /** Wraps any other secret, such as the secret half of an access key. */
    public KeyRowChange.Put wrapSecret(String rowId, SecretBytes secret) {
        return new KeyRowChange.Put(rowId, Bytes.copyOf(rootKey.wrap(rowId, secret, random)));
    }

    /** Unwraps any other secret; not cached. Whoever receives it closes it. */
    public Optional<SecretBytes> secret(String rowId) {
        return table.find(rowId).map(wrapped -> rootKey.unwrapSecret(rowId, wrapped.toArray()));
    }

    private static <K> Cache<String, K> cache(int keysMax) {
        return Caffeine.newBuilder()
                .maximumSize(keysMax)
                .expireAfterAccess(UNUSED_MAX)
                .executor(Runnable::run) // upkeep is short, waking another thread for it is not
                .build();
    }

    static String materialRow(AccountRegion where, KeyId keyId, KeyMaterialId id) {
        return "kms/" + where.prefix() + keyId + "/" + id;
    }
}
