package io.attestore.server.snapshots;

import io.attestore.cryptography.root.Authenticator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Shows that a stored state is one that this store has folded: a MAC over all that makes it what it is. Whoever can
 * write to the database cannot slip in another, nor one of another instance. An earlier state of the same instance is
 * no deception: what has happened since is in the log. Safe for many threads.
 */
final class SnapshotSignature {

    /** The purpose of the key of authentication. */
    static final String PURPOSE = "state snapshots";

    private final Authenticator authenticator;

    SnapshotSignature(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    byte[] of(String type, String key, int foldVersion, long position, byte[] bytes) {
        return authenticator.tag(message(type, key, foldVersion, position, bytes));
    }

    boolean isOf(byte[] mac, String type, String key, int foldVersion, long position, byte[] bytes) {
        return authenticator.verify(message(type, key, foldVersion, position, bytes), mac);
    }

    /** Every part after its length. */
    private static byte[] message(String type, String key, int foldVersion, long position, byte[] bytes) {
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 * Integer.BYTES + Long.BYTES + typeBytes.length + keyBytes.length + bytes.length)
                .putInt(typeBytes.length)
                .put(typeBytes)
                .putInt(keyBytes.length)
                .put(keyBytes)
                .putInt(foldVersion)
                .putLong(position)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
