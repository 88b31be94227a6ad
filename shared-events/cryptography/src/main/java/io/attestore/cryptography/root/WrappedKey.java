package io.attestore.cryptography.root;

import static io.attestore.cryptography.bytes.ByteFields.concatenate;
import static io.attestore.cryptography.bytes.ByteFields.take;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.aead.AesGcm;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key under the root key. Not secret. Keys of this version are in the key table of older stores only; today it holds the
 * keys that are kept beside the database.
 *
 * <pre>
 * offset  bytes  field
 *      0      1  format version, 1
 *      1      1  kind of key: 1 key material, 2 data key, 3 other secret
 *      2      8  id of the root key that wrapped it
 *     10     16  salt of the wrapping key
 *     26     12  IV
 *     38      n  ciphertext, as long as what is wrapped
 *   38+n     16  tag
 * </pre>
 *
 * <p>All before the ciphertext is authenticated, followed by the row's id in UTF-8, which is not part of the bytes.
 */
final class WrappedKey {

    static final int SALT_BYTES = 16;

    /** The longest secret that is wrapped, in bytes: an RSA-4096 private key takes about 2400. */
    static final int CONTENT_BYTES_MAX = 16 * 1024;

    private static final byte FORMAT_VERSION = 1;
    private static final int HEADER_BYTES = 2 + RootKeyId.BYTES + SALT_BYTES + AesGcm.IV_BYTES;

    private final KeyKind kind;
    private final RootKeyId rootKeyId;
    private final byte[] salt;
    private final byte[] iv;
    private final byte[] sealed;

    private WrappedKey(KeyKind kind, RootKeyId rootKeyId, byte[] salt, byte[] iv, byte[] sealed) {
        this.kind = kind;
        this.rootKeyId = rootKeyId;
        this.salt = salt;
        this.iv = iv;
        this.sealed = sealed;
    }

    /** All but the ciphertext: {@link #sealedAs} completes it. */
    static WrappedKey header(KeyKind kind, RootKeyId rootKeyId, byte[] salt, byte[] iv) {
        return new WrappedKey(kind, rootKeyId, salt, iv, new byte[0]);
    }

    static Optional<WrappedKey> parse(byte[] bytes) {
        if (bytes.length < HEADER_BYTES + AesGcm.TAG_BYTES
                || bytes.length > HEADER_BYTES + CONTENT_BYTES_MAX + AesGcm.TAG_BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != FORMAT_VERSION) {
            return Optional.empty();
        }
        byte code = in.get();
        return KeyKind.of(code)
                .map(kind -> new WrappedKey(
                        kind,
                        new RootKeyId(HexFormat.of().formatHex(take(in, RootKeyId.BYTES))),
                        take(in, SALT_BYTES),
                        take(in, AesGcm.IV_BYTES),
                        take(in, in.remaining())));
    }

    WrappedKey sealedAs(byte[] ciphertextAndTag) {
        return new WrappedKey(kind, rootKeyId, salt, iv, ciphertextAndTag);
    }

    KeyKind kind() {
        return kind;
    }

    RootKeyId rootKeyId() {
        return rootKeyId;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] iv() {
        return iv.clone();
    }

    byte[] sealed() {
        return sealed.clone();
    }

    byte[] associatedData(String rowId) {
        return concatenate(headerBytes(), rowId.getBytes(UTF_8));
    }

    byte[] toBytes() {
        return concatenate(headerBytes(), sealed);
    }

    private byte[] headerBytes() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(FORMAT_VERSION)
                .put(kind.code())
                .put(HexFormat.of().parseHex(rootKeyId.value()))
                .put(salt)
                .put(iv)
                .array();
    }
}
