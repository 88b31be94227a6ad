package io.attestore.cryptography.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.kdf.CounterModeKdf;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;

/**
 * One version of the store's key of authentication: 256 random bits, and the position of the log from which on it is
 * the one. It tags nothing itself: each purpose gets a key of its own by NIST SP 800-108.
 */
final class AuthenticationKey implements AutoCloseable {

    static final int KEY_BYTES = 32;

    private static final String LABEL = "attestore authentication key v1";

    private final int version;
    private final long from;
    private final SecretBytes key;

    private AuthenticationKey(int version, long from, SecretBytes key) {
        if (version < 1 || from < 0 || key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("Not a version of a key of authentication");
        }
        this.version = version;
        this.from = from;
        this.key = key;
    }

    static AuthenticationKey random(int version, long from, SecureRandom random) {
        return new AuthenticationKey(version, from, SecretBytes.random(KEY_BYTES, random));
    }

    /** @throws io.attestore.cryptography.root.UnwrapException if it is not this version as this root key wrapped it */
    static AuthenticationKey unwrapped(int version, long from, byte[] wrapped, RootKey rootKey) {
        return new AuthenticationKey(version, from, rootKey.unwrapSecret(rowId(version), wrapped));
    }

    byte[] wrapped(RootKey rootKey, SecureRandom random) {
        return rootKey.wrap(rowId(version), key, random);
    }

    int version() {
        return version;
    }

    long from() {
        return from;
    }

    Authenticator authenticator(String purpose) {
        return Authenticator.takingOwnershipOf(
                CounterModeKdf.derive(key, LABEL, purpose.getBytes(UTF_8), Authenticator.TAG_BYTES));
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "AuthenticationKey[version=" + version + ", from=" + from + "]";
    }

    private static String rowId(int version) {
        return "authentication/" + version;
    }
}
