package io.attestore.cryptography.root;

import io.attestore.cryptography.aead.WipedKey;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;

/**
 * Tags what the store itself wrote and must know again: an anchor of the log, a paging token. HMAC-SHA-256 (FIPS 198-1)
 * under a key of one purpose.
 *
 * <p>Safe for many threads; after {@link #close()} every use throws {@link IllegalStateException}.
 */
public final class Authenticator implements AutoCloseable {

    public static final int TAG_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Provider PROVIDER = provider();

    private final SecretBytes key;

    Authenticator(SecretBytes key) {
        this.key = key;
    }

    /** Takes over a key that is of one purpose only. */
    public static Authenticator takingOwnershipOf(SecretBytes key) {
        if (key.length() != TAG_BYTES) {
            throw new IllegalArgumentException("A key of authentication has " + TAG_BYTES + " bytes");
        }
        return new Authenticator(key);
    }

    /** The tag of a message: {@value #TAG_BYTES} bytes. */
    public byte[] tag(byte[] message) {
        return mac().doFinal(message);
    }

    /**
     * As {@link #tag}, with the key set up once instead of for each message; for one thread at a time. It outlives
     * {@link #close()}: the JDK's HMAC keeps a copy of the key that cannot be wiped.
     */
    public UnaryOperator<byte[]> forOneThread() {
        return mac()::doFinal;
    }

    /** Whether the tag is this message's, in a time that does not depend on where they differ. */
    public boolean verify(byte[] message, byte[] tag) {
        return MessageDigest.isEqual(tag(message), tag);
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "Authenticator[redacted]";
    }

    private Mac mac() {
        try (WipedKey lent = new WipedKey(ALGORITHM, key)) {
            Mac mac = Mac.getInstance(ALGORITHM, PROVIDER);
            mac.init(lent);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 could not tag", impossible);
        }
    }

    private static Provider provider() {
        try {
            return Mac.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", missing);
        }
    }
}
