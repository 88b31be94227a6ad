package io.attestore.cryptography.export;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * Seals bytes to a public key: HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM,
 * one message to a context. By Bouncy Castle, since the JDK has none. Whoever has the public key alone can seal: a box says
 * nothing about who did.
 *
 * <pre>
 * offset  bytes  field
 *      0     32  encapsulated key
 *     32      n  ciphertext, as long as what is sealed
 *   32+n     16  tag
 * </pre>
 */
final class SealedBox {

    private static final int ENCAPSULATED_BYTES = 32;

    private SealedBox() {}

    static byte[] seal(byte[] recipient, byte[] info, byte[] content) {
        try {
            byte[][] sealed =
                    hpke().seal(new X25519PublicKeyParameters(recipient), info, new byte[0], content, null, null, null);
            byte[] box = Arrays.copyOf(sealed[1], sealed[1].length + sealed[0].length);
            System.arraycopy(sealed[0], 0, box, sealed[1].length, sealed[0].length);
            return box;
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("HPKE could not seal", impossible);
        }
    }

    /** Empty if it was sealed to another key, for another use, or is damaged. */
    static Optional<byte[]> open(byte[] privateKey, byte[] info, byte[] box) {
        if (box.length <= ENCAPSULATED_BYTES) {
            return Optional.empty();
        }
        X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(privateKey);
        try {
            return Optional.of(hpke().open(
                            Arrays.copyOf(box, ENCAPSULATED_BYTES),
                            new AsymmetricCipherKeyPair(key.generatePublicKey(), key),
                            info,
                            new byte[0],
                            Arrays.copyOfRange(box, ENCAPSULATED_BYTES, box.length),
                            null,
                            null,
                            null));
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException doesNot) {
            return Optional.empty();
        }
    }

    /** Base mode: neither a shared secret nor a sender's key. */
    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
