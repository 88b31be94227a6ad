package io.attestore.server.http;

import io.attestore.cryptography.aead.WipedKey;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * Ids for requests: UUIDs of version 4 (RFC 9562), of which none tells anything of another. Their bits are a keystream
 * of AES-256 in counter mode (NIST SP 800-38A) under a random key of this process, for {@link UUID#randomUUID} takes
 * each from the operating system's generator, one thread at a time, which costs a tenth of what a request does. Safe for
 * many threads.
 */
final class RequestIds {

    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final byte[] ZEROS = new byte[256 * BLOCK_BYTES];
    private static final long VERSION_MASK = 0xf000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Cipher keystream;
    private ByteBuffer unused = ByteBuffer.allocate(0);

    RequestIds(SecureRandom random) {
        try (SecretBytes key = SecretBytes.random(KEY_BYTES, random);
                WipedKey lent = new WipedKey("AES", key)) {
            keystream = Cipher.getInstance("AES/CTR/NoPadding");
            keystream.init(Cipher.ENCRYPT_MODE, lent, new IvParameterSpec(new byte[BLOCK_BYTES]));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no AES in counter mode", impossible);
        }
    }

    String next() {
        long high;
        long low;
        synchronized (this) {
            if (!unused.hasRemaining()) {
                unused = ByteBuffer.wrap(keystream.update(ZEROS));
            }
            high = unused.getLong();
            low = unused.getLong();
        }
        return new UUID(high & ~VERSION_MASK | VERSION_4, low & ~VARIANT_MASK | VARIANT).toString();
    }
}
