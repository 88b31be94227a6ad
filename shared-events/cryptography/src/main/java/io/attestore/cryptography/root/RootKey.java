package io.attestore.cryptography.root;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.kdf.CounterModeKdf;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key at the top: 256 bits that wrap all others and that the store keeps outside its database.
 *
 * <p>It encrypts nothing itself. Each wrapping, each purpose of authentication and the root key's own id get a key of
 * their own by NIST SP 800-108. What it wraps is bound to the row of the key table where it lives and to the kind of
 * key it is: moved to another row, or asked for as another kind, it does not open. Safe for many threads; after
 * {@link #close()} every use throws {@link IllegalStateException}.
 */
public final class RootKey implements AutoCloseable {

    public static final int KEY_BYTES = 32;

    /** The longest id of a row, in characters. */
    public static final int ROW_ID_LENGTH_MAX = 512;

    private static final String WRAPPING_LABEL = "attestore root wrapping key v1";
    private static final String AUTHENTICATION_LABEL = "attestore root authentication key v1";
    private static final String ID_LABEL = "attestore root key id v1";

    private final SecretBytes key;
    private final RootKeyId id;

    private RootKey(SecretBytes key) {
        this.key = key;
        try (SecretBytes idBytes = CounterModeKdf.derive(key, ID_LABEL, new byte[0], RootKeyId.BYTES)) {
            this.id = new RootKeyId(idBytes.withBytes(InsecureSecretAccess.get(), HexFormat.of()::formatHex));
        }
    }

    public static RootKey generate(SecureRandom random) {
        return new RootKey(SecretBytes.random(KEY_BYTES, random));
    }

    /** A root key that exists already. Copies the key; closing the given one stays with the caller. */
    public static RootKey of(SecretBytes key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("A root key has " + KEY_BYTES + " bytes");
        }
        return new RootKey(key.copy());
    }

    public RootKeyId id() {
        return id;
    }

    /** The material and its id, for the row with this id. Two wrappings of the same key never look alike. */
    public byte[] wrap(String rowId, KeyMaterial material, SecureRandom random) {
        try (SecretBytes content = WrappedMaterial.contentOf(material)) {
            return wrap(KeyKind.KEY_MATERIAL, rowId, content, random);
        }
    }

    /** A data key, for the row with this id. */
    public byte[] wrap(String rowId, DataKey dataKey, SecureRandom random) {
        try (SecretBytes content = dataKey.copyKey()) {
            return wrap(KeyKind.DATA_KEY, rowId, content, random);
        }
    }

    /** Any other secret of at most 16 KiB: a private key, the secret half of an access key. */
    public byte[] wrap(String rowId, SecretBytes secret, SecureRandom random) {
        return wrap(KeyKind.OTHER_SECRET, rowId, secret, random);
    }

    /**
     * Key material with its id, as {@link #wrap} wrapped it for this row.
     *
     * @throws UnwrapException if it is not the key material that this root key wrapped for this row
     */
    public KeyMaterial unwrapKeyMaterial(String rowId, byte[] wrapped) {
        try (SecretBytes content = unwrap(KeyKind.KEY_MATERIAL, rowId, wrapped)) {
            return WrappedMaterial.materialOf(content);
        }
    }

    /**
     * A data key, as {@link #wrap} wrapped it for this row.
     *
     * @throws UnwrapException if it is not the data key that this root key wrapped for this row
     */
    public DataKey unwrapDataKey(String rowId, byte[] wrapped) {
        try (SecretBytes content = unwrap(KeyKind.DATA_KEY, rowId, wrapped)) {
            return DataKey.of(content);
        }
    }

    /**
     * Any other secret, which whoever receives it closes, as {@link #wrap} wrapped it for this row.
     *
     * @throws UnwrapException if it is not the secret that this root key wrapped for this row
     */
    public SecretBytes unwrapSecret(String rowId, byte[] wrapped) {
        return unwrap(KeyKind.OTHER_SECRET, rowId, wrapped);
    }

    /**
     * Tags messages for one purpose; tags of different purposes have nothing in common. For what was tagged before the
     * store had keys of authentication of its own ({@code authentication.AuthenticationKeys}), which are for all else.
     */
    public Authenticator authenticator(String purpose) {
        return new Authenticator(
                CounterModeKdf.derive(key, AUTHENTICATION_LABEL, purpose.getBytes(UTF_8), Authenticator.TAG_BYTES));
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "RootKey[id=" + id + "]";
    }

    /** A copy of the key for its file; whoever receives it closes it. */
    SecretBytes copyKey() {
        return key.copy();
    }

    private byte[] wrap(KeyKind kind, String rowId, SecretBytes content, SecureRandom random) {
        requireRowId(rowId);
        if (content.length() > WrappedKey.CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "A wrapped secret has at most " + WrappedKey.CONTENT_BYTES_MAX + " bytes");
        }
        byte[] salt = new byte[WrappedKey.SALT_BYTES];
        byte[] iv = new byte[AesGcm.IV_BYTES];
        random.nextBytes(salt);
        random.nextBytes(iv);
        WrappedKey header = WrappedKey.header(kind, id, salt, iv);
        try (SecretBytes wrappingKey = wrappingKey(salt)) {
            byte[] sealed = AesGcm.seal(wrappingKey, iv, header.associatedData(rowId), content);
            return header.sealedAs(sealed).toBytes();
        }
    }

    private SecretBytes unwrap(KeyKind kind, String rowId, byte[] bytes) {
        requireRowId(rowId);
        WrappedKey wrapped = WrappedKey.parse(bytes).orElseThrow(UnwrapException::notAuthentic);
        if (!wrapped.rootKeyId().equals(id)) {
            throw UnwrapException.otherRootKey(wrapped.rootKeyId(), id);
        }
        if (wrapped.kind() != kind) {
            throw UnwrapException.notAuthentic();
        }
        try (SecretBytes wrappingKey = wrappingKey(wrapped.salt())) {
            return AesGcm.open(wrappingKey, wrapped.iv(), wrapped.associatedData(rowId), wrapped.sealed())
                    .orElseThrow(UnwrapException::notAuthentic);
        }
    }

    private SecretBytes wrappingKey(byte[] salt) {
        return CounterModeKdf.derive(key, WRAPPING_LABEL, salt, AesGcm.KEY_BYTES);
    }

    private static void requireRowId(String rowId) {
        if (rowId.isEmpty() || rowId.length() > ROW_ID_LENGTH_MAX) {
            throw new IllegalArgumentException("A row id has 1 to " + ROW_ID_LENGTH_MAX + " characters");
        }
    }
}
