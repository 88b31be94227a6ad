package io.attestore.cryptography.group;

import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.KeyKind;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.root.WrappedMaterial;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import java.security.SecureRandom;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps keys for the key table, each under the key of its group that is in force, and unwraps them. Keeps the keys of
 * the groups in memory, of each group the newest that it has met.
 *
 * <p>What it knows of generations may be old when another server has rolled a group. What is read says itself which key
 * it is under. What is wrapped under a key that is in force no longer, the database refuses: then everything is asked
 * anew. Safe for many threads.
 */
public final class GroupKeys {

    /** A group's newest known key. It was in force when so many refusals had been seen; -1: nobody has asked. */
    private record Held(GroupKey key, long refusals) {}

    private final GroupKeyStore store;
    private final IntFunction<OptionalInt> inForce;
    private final LongSupplier refusals;
    private final SecureRandom random;
    private final AtomicReferenceArray<@Nullable Held> held;

    /**
     * @param inForce the generation of a group whose key is in force, as the database has it; empty if nothing was ever
     *     wrapped in this group
     * @param refusals grows when the database has refused something for being wrapped under a key that is not in force
     */
    public GroupKeys(
            GroupKeyStore store, IntFunction<OptionalInt> inForce, LongSupplier refusals, SecureRandom random) {
        this.store = store;
        this.inForce = inForce;
        this.refusals = refusals;
        this.random = random;
        this.held = new AtomicReferenceArray<>(store.groups());
    }

    /** For whoever only unwraps. */
    public static GroupKeys unwrapping(GroupKeyStore store, SecureRandom random) {
        return new GroupKeys(
                store,
                group -> {
                    throw new IllegalStateException("Nothing is wrapped here");
                },
                () -> 0,
                random);
    }

    public byte[] wrap(String rowId, KeyPurpose purpose, KeyMaterial material) {
        try (SecretBytes content = WrappedMaterial.contentOf(material)) {
            return wrap(KeyKind.KEY_MATERIAL, rowId, purpose, content);
        }
    }

    public byte[] wrap(String rowId, KeyPurpose purpose, DataKey dataKey) {
        try (SecretBytes content = dataKey.copyKey()) {
            return wrap(KeyKind.DATA_KEY, rowId, purpose, content);
        }
    }

    /** Any other secret of at most 16 KiB. */
    public byte[] wrap(String rowId, KeyPurpose purpose, SecretBytes secret) {
        return wrap(KeyKind.OTHER_SECRET, rowId, purpose, secret);
    }

    /** @throws UnwrapException if it is not key material that was wrapped for this row and purpose */
    public KeyMaterial unwrapKeyMaterial(String rowId, KeyPurpose purpose, byte[] wrapped) {
        try (SecretBytes content = unwrap(KeyKind.KEY_MATERIAL, rowId, purpose, wrapped)) {
            return WrappedMaterial.materialOf(content);
        }
    }

    /** @throws UnwrapException if it is not a data key that was wrapped for this row and purpose */
    public DataKey unwrapDataKey(String rowId, KeyPurpose purpose, byte[] wrapped) {
        try (SecretBytes content = unwrap(KeyKind.DATA_KEY, rowId, purpose, wrapped)) {
            return DataKey.of(content);
        }
    }

    /**
     * Any other secret, which whoever receives it closes.
     *
     * @throws UnwrapException if it is not a secret that was wrapped for this row and purpose
     */
    public SecretBytes unwrapSecret(String rowId, KeyPurpose purpose, byte[] wrapped) {
        return unwrap(KeyKind.OTHER_SECRET, rowId, purpose, wrapped);
    }

    /** Whether a row's bytes open for this purpose, as whatever kind of key. */
    public boolean opens(String rowId, KeyPurpose purpose, byte[] wrapped) {
        return GroupWrapping.parse(wrapped)
                        .filter(parsed -> parsed.isFor(purpose))
                        .isPresent()
                && opens(rowId, wrapped);
    }

    /** Whether a row's bytes open, for whatever purpose they were wrapped. */
    public boolean opens(String rowId, byte[] wrapped) {
        try {
            GroupWrapping parsed = GroupWrapping.parse(wrapped).orElseThrow(UnwrapException::notAuthentic);
            keyFor(parsed.under()).unwrap(rowId, parsed).close();
            return true;
        } catch (UnwrapException doesNot) {
            return false;
        }
    }

    /** The group that the keys of this owner are in. */
    public int groupOf(String owner) {
        return new KeyPurpose(owner, "").group(store.groups());
    }

    /** The generation of a group's newest key. */
    public int newestGeneration(int group) {
        return store.newest(group).place().generation();
    }

    /** Says that a roll has put this key in force, so that nothing is wrapped under the one before. */
    public void putInForce(GroupKey key) {
        hold(new Held(key, refusals.getAsLong()));
    }

    private byte[] wrap(KeyKind kind, String rowId, KeyPurpose purpose, SecretBytes content) {
        return keyInForce(purpose.group(store.groups())).wrap(kind, rowId, purpose.hash(), content, random);
    }

    private SecretBytes unwrap(KeyKind kind, String rowId, KeyPurpose purpose, byte[] wrapped) {
        GroupWrapping parsed = GroupWrapping.parse(wrapped).orElseThrow(UnwrapException::notAuthentic);
        if (parsed.kind() != kind || !parsed.isFor(purpose)) {
            throw UnwrapException.notAuthentic();
        }
        return keyFor(parsed.under()).unwrap(rowId, parsed);
    }

    private GroupKey keyInForce(int group) {
        long seen = refusals.getAsLong();
        Held known = held.get(group);
        if (known != null && known.refusals() == seen) {
            return known.key();
        }
        OptionalInt generation = inForce.apply(group);
        GroupKey key = generation.isPresent()
                ? keyFor(new GroupGeneration(group, generation.getAsInt()))
                : store.newest(group);
        hold(new Held(key, seen));
        return key;
    }

    private GroupKey keyFor(GroupGeneration place) {
        if (place.group() >= store.groups()) {
            throw UnwrapException.notAuthentic();
        }
        Held known = held.get(place.group());
        if (known != null && known.key().place().equals(place)) {
            return known.key();
        }
        GroupKey found =
                store.find(place).orElseThrow(() -> UnwrapException.keyGone(place.group(), place.generation()));
        hold(new Held(found, -1));
        return found;
    }

    /** The newest stays. One that leaves is not wiped: a call may be using it. */
    private void hold(Held next) {
        held.updateAndGet(
                next.key().place().group(), before -> before != null && isOlder(next, before) ? before : next);
    }

    private static boolean isOlder(Held one, Held other) {
        int difference = one.key().place().generation() - other.key().place().generation();
        return difference < 0 || (difference == 0 && one.refusals() < other.refusals());
    }
}
