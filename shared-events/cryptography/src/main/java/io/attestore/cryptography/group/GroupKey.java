package io.attestore.cryptography.group;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.kdf.CounterModeKdf;
import io.attestore.cryptography.root.KeyKind;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;

/**
 * The key that one group of wrapped keys is under, in one of its generations: 256 random bits. What it wraps is bound to
 * its row, to its kind and to what it is for. Safe for many threads; after {@link #close()} every use throws {@link
 * IllegalStateException}.
 */
public final class GroupKey implements AutoCloseable {

    static final int KEY_BYTES = 32;

    private static final String WRAPPING_LABEL = "attestore group wrapping key v1";

    private final GroupGeneration place;
    private final SecretBytes key;

    private GroupKey(GroupGeneration place, SecretBytes key) {
        this.place = place;
        this.key = key;
    }

    public static GroupKey generate(GroupGeneration place, SecureRandom random) {
        return new GroupKey(place, SecretBytes.random(KEY_BYTES, random));
    }

    /** A key that exists already. Copies the key; closing the given one stays with the caller. */
    static GroupKey of(GroupGeneration place, SecretBytes key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("A group's key has " + KEY_BYTES + " bytes");
        }
        return new GroupKey(place, key.copy());
    }

    public GroupGeneration place() {
        return place;
    }

    /**
     * What another generation's key wrapped, under this one: the same key for the same row and purpose.
     *
     * @throws UnwrapException if it is not what the other key wrapped for this row
     */
    public byte[] rewrap(String rowId, byte[] wrapped, GroupKey before, SecureRandom random) {
        GroupWrapping parsed = GroupWrapping.parse(wrapped).orElseThrow(UnwrapException::notAuthentic);
        try (SecretBytes content = before.unwrap(rowId, parsed)) {
            return wrap(parsed.kind(), rowId, parsed.purposeHash(), content, random);
        }
    }

    byte[] wrap(KeyKind kind, String rowId, byte[] purposeHash, SecretBytes content, SecureRandom random) {
        requireRowId(rowId);
        if (content.length() > GroupWrapping.CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "A wrapped secret has at most " + GroupWrapping.CONTENT_BYTES_MAX + " bytes");
        }
        byte[] salt = new byte[GroupWrapping.SALT_BYTES];
        byte[] iv = new byte[AesGcm.IV_BYTES];
        random.nextBytes(salt);
        random.nextBytes(iv);
        GroupWrapping header = GroupWrapping.header(kind, place, purposeHash, salt, iv);
        try (SecretBytes wrappingKey = wrappingKey(salt)) {
            return header.sealedAs(AesGcm.seal(wrappingKey, iv, header.associatedData(rowId), content))
                    .toBytes();
        }
    }

    /** Whoever receives the content closes it. */
    SecretBytes unwrap(String rowId, GroupWrapping wrapped) {
        requireRowId(rowId);
        if (!wrapped.under().equals(place)) {
            throw UnwrapException.notAuthentic();
        }
        try (SecretBytes wrappingKey = wrappingKey(wrapped.salt())) {
            return AesGcm.open(wrappingKey, wrapped.iv(), wrapped.associatedData(rowId), wrapped.sealed())
                    .orElseThrow(UnwrapException::notAuthentic);
        }
    }

    /** A copy of the key for its file; whoever receives it closes it. */
    SecretBytes copyKey() {
        return key.copy();
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "GroupKey[" + place.group() + "/" + place.generation() + "]";
    }

    private SecretBytes wrappingKey(byte[] salt) {
        return CounterModeKdf.derive(key, WRAPPING_LABEL, salt, AesGcm.KEY_BYTES);
    }

    private static void requireRowId(String rowId) {
        if (rowId.isEmpty() || rowId.length() > RootKey.ROW_ID_LENGTH_MAX) {
            throw new IllegalArgumentException("A row id has 1 to " + RootKey.ROW_ID_LENGTH_MAX + " characters");
        }
    }
}
