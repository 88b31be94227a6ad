package io.attestore.cryptography.root;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals what the store gives out to have it brought back: a paging token. Nobody else can read it, change it, or bring
 * it back elsewhere.
 *
 * <p>AES-256-GCM under a key for each message, which the purpose's key derives from the message's salt by HMAC-SHA-256:
 * there may be any number of messages. The derivation's input begins with a label of its own.
 *
 * <pre>
 * offset  bytes  field
 *      0     16  salt of the message's key
 *     16     12  IV
 *     28      n  ciphertext, as long as the content
 *   28+n     16  tag
 * </pre>
 *
 * <p>Safe for many threads.
 */
public final class TokenCipher {

    private static final int SALT_BYTES = 16;
    private static final int HEADER_BYTES = SALT_BYTES + AesGcm.IV_BYTES;

    /** How much longer than its content a sealed message is. */
    public static final int OVERHEAD_BYTES = HEADER_BYTES + AesGcm.TAG_BYTES;

    private static final byte[] LABEL = "attestore token cipher v1\0".getBytes(US_ASCII);

    private final Authenticator derivation;
    private final SecureRandom random;

    /** @param derivation for the purpose of these tokens alone; closing it stays with the caller */
    public TokenCipher(Authenticator derivation, SecureRandom random) {
        this.derivation = derivation;
        this.random = random;
    }

    public byte[] seal(byte[] content, byte[] associatedData) {
        byte[] header = new byte[HEADER_BYTES];
        random.nextBytes(header);
        try (SecretBytes key = key(header);
                SecretBytes clear = SecretBytes.copyOf(content)) {
            byte[] sealed = AesGcm.seal(key, iv(header), associatedData, clear);
            return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                    .put(header)
                    .put(sealed)
                    .array();
        }
    }

    /** The content; empty if anything differs from what was sealed. */
    public Optional<byte[]> open(byte[] message, byte[] associatedData) {
        if (message.length < OVERHEAD_BYTES) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOfRange(message, HEADER_BYTES, message.length);
        try (SecretBytes key = key(message)) {
            return AesGcm.open(key, iv(message), associatedData, sealed).map(TokenCipher::takenOut);
        }
    }

    private SecretBytes key(byte[] message) {
        byte[] input = ByteBuffer.allocate(LABEL.length + SALT_BYTES)
                .put(LABEL)
                .put(message, 0, SALT_BYTES)
                .array();
        return SecretBytes.takingOwnershipOf(derivation.tag(input));
    }

    private static byte[] iv(byte[] message) {
        return Arrays.copyOfRange(message, SALT_BYTES, HEADER_BYTES);
    }

    private static byte[] takenOut(SecretBytes content) {
        try (content) {
            return content.copyOut(InsecureSecretAccess.get());
        }
    }
}
