package io.attestore.entities.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.group.KeyPurpose;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.root.UnwrapException.Reason;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import io.attestore.events.Bytes;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyTable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes keys, wraps them under the keys of their groups for the key table, and unwraps them again, each for what it was
 * made for and nothing else. Unwrapped keys are kept in memory, the least recently used forgotten first, so that a hot
 * read asks no table.
 *
 * <p>A key that has left the cache is not wiped: a call may still be using it. Whether a row still exists is not asked
 * for a cached key; that it may be used is for the state that names it to say, and destroying a row changes that state
 * in the same transaction. Safe for many threads. What is made here becomes durable only with the append that carries
 * its row.
 */
public final class KeyVault {

    /** A key that was destroyed by another node is no longer read, and leaves the memory after this time. */
    private static final Duration UNUSED_MAX = Duration.ofMinutes(10);

    /** A row that is read just before its group rolls, and opened just after, is read again. */
    private static final int READS_MAX = 5;

    private final GroupKeys groupKeys;
    private final KeyTable table;
    private final SecureRandom random;
    private final Cache<String, KeyMaterial> materials;
    private final Cache<String, Opened> dataKeys;

    /** @param cachedKeysMax how many unwrapped keys of either kind stay in memory */
    public KeyVault(GroupKeys groupKeys, KeyTable table, SecureRandom random, int cachedKeysMax) {
        this.groupKeys = groupKeys;
        this.table = table;
        this.random = random;
        this.materials = cache(cachedKeysMax);
        this.dataKeys = cache(cachedKeysMax);
    }

    /** A generation of key material that does not exist yet, and the row that makes it last. */
    public record NewMaterial(KeyMaterialId id, KeyMaterial material, KeyRowChange.Put row) {}

    /** A data key that does not exist yet, and the row that makes it last. */
    public record NewDataKey(String rowId, DataKey key, KeyRowChange.Put row) {}

    /** A data key in memory opens for what it was opened for. */
    private record Opened(ValuePlace place, DataKey key) {}

    public NewMaterial newMaterial(AccountRegion where, KeyId keyId) {
        KeyMaterial material = KeyMaterial.generate(random);
        KeyMaterialId id = new KeyMaterialId(material.id().value());
        String rowId = KeyRowNames.material(where, keyId, id);
        byte[] wrapped = groupKeys.wrap(rowId, KeyPurposes.material(where, keyId, id), material);
        return new NewMaterial(id, material, new KeyRowChange.Put(rowId, Bytes.copyOf(wrapped)));
    }

    /** Key material by its ids; empty if its row was destroyed. */
    public Optional<KeyMaterial> material(AccountRegion where, KeyId keyId, KeyMaterialId id) {
        String rowId = KeyRowNames.material(where, keyId, id);
        KeyMaterial cached = materials.getIfPresent(rowId);
        if (cached != null) {
            return Optional.of(cached);
        }
        KeyPurpose purpose = KeyPurposes.material(where, keyId, id);
        Optional<KeyMaterial> found =
                read(rowId, wrapped -> groupKeys.unwrapKeyMaterial(rowId, purpose, wrapped.toArray()));
        found.ifPresent(material -> materials.put(rowId, material));
        return found;
    }

    /** A data key of its own for one version of a value. */
    public NewDataKey newDataKey(ValuePlace place) {
        String rowId = place.service() + "/" + place.where().prefix() + UUID.randomUUID();
        DataKey key = DataKey.generate(random);
        byte[] wrapped = groupKeys.wrap(rowId, place.purpose(), key);
        return new NewDataKey(rowId, key, new KeyRowChange.Put(rowId, Bytes.copyOf(wrapped)));
    }

    /**
     * A data key by the name of its row; empty if it was destroyed.
     *
     * @throws UnwrapException if the row is another version's
     */
    public Optional<DataKey> dataKey(String rowId, ValuePlace place) {
        Opened cached = dataKeys.getIfPresent(rowId);
        if (cached != null && cached.place().equals(place)) {
            return Optional.of(cached.key());
        }
        Optional<DataKey> found =
                read(rowId, wrapped -> groupKeys.unwrapDataKey(rowId, place.purpose(), wrapped.toArray()));
        found.ifPresent(key -> dataKeys.put(rowId, new Opened(place, key)));
        return found;
    }

    /** Forgets an unwrapped key whose row was destroyed. */
    public void forget(String rowId) {
        materials.invalidate(rowId);
        dataKeys.invalidate(rowId);
    }

    /** Wraps the secret half of an access key. */
    public KeyRowChange.Put wrapAccessKey(AccountId account, AccessKeyId id, SecretBytes secret) {
        String rowId = KeyRowNames.accessKey(id);
        byte[] wrapped = groupKeys.wrap(rowId, KeyPurposes.accessKey(account, id), secret);
        return new KeyRowChange.Put(rowId, Bytes.copyOf(wrapped));
    }

    /**
     * The secret half of an access key; not cached. Whoever receives it closes it.
     *
     * @throws UnwrapException if the access key is another account's
     */
    public Optional<SecretBytes> accessKeySecret(AccountId account, AccessKeyId id) {
        String rowId = KeyRowNames.accessKey(id);
        KeyPurpose purpose = KeyPurposes.accessKey(account, id);
        return read(rowId, wrapped -> groupKeys.unwrapSecret(rowId, purpose, wrapped.toArray()));
    }

    private <T> Optional<T> read(String rowId, Function<Bytes, T> unwrap) {
        for (int read = 1; ; read++) {
            try {
                return table.find(rowId).map(unwrap);
            } catch (UnwrapException stale) {
                if (stale.reason() != Reason.KEY_GONE || read == READS_MAX) {
                    throw stale;
                }
            }
        }
    }

    private static <V> Cache<String, V> cache(int keysMax) {
        return Caffeine.newBuilder()
                .maximumSize(keysMax)
                .expireAfterAccess(UNUSED_MAX)
                .executor(Runnable::run) // upkeep is short, waking another thread for it is not
                .build();
    }
}
