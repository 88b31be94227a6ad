package io.attestore.cryptography.secret;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Secret bytes: a key, a password, a parameter's value in UTF-8. They are never printed, have no equality by content,
 * come out only against a {@link SecretAccess}, and are overwritten by {@link #close()}.
 *
 * <p>Safe for many threads: a reader gets a copy made under the lock, so that closing never hands half-wiped bytes to
 * anybody. After closing every use throws {@link IllegalStateException}.
 *
 * <p>Wiping shortens the time a secret spends in memory; it cannot reach copies that the garbage collector moved or
 * that the JDK's own ciphers keep.
 */
public final class SecretBytes implements AutoCloseable {

    private static final int UTF8_BYTES_PER_CHARACTER_MAX = 3;

    private final byte[] content;
    private boolean closed;

    private SecretBytes(byte[] content) {
        this.content = content;
    }

    /** Takes the array over: the caller must not use it again, and it is wiped on close. */
    public static SecretBytes takingOwnershipOf(byte[] content) {
        return new SecretBytes(requireNonNull(content));
    }

    /** Copies the array; wiping the original stays with the caller. */
    public static SecretBytes copyOf(byte[] content) {
        return new SecretBytes(content.clone());
    }

    /**
     * Encodes characters as UTF-8, without a String on the way; wiping the original stays with the caller.
     *
     * @throws IllegalArgumentException if the characters are not well-formed UTF-16 (a lone surrogate)
     */
    public static SecretBytes utf8Of(CharBuffer characters) {
        byte[] scratch = new byte[Math.multiplyExact(characters.remaining(), UTF8_BYTES_PER_CHARACTER_MAX)];
        try {
            ByteBuffer encoded = ByteBuffer.wrap(scratch);
            CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(characters.duplicate(), encoded, true);
            if (result.isError()) {
                throw new IllegalArgumentException("The characters are not well-formed Unicode");
            }
            return new SecretBytes(Arrays.copyOf(scratch, encoded.position()));
        } finally {
            Arrays.fill(scratch, (byte) 0);
        }
    }

    /** As many random bytes as asked for. */
    public static SecretBytes random(int length, SecureRandom random) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return new SecretBytes(content);
    }

    public synchronized int length() {
        requireOpen();
        return content.length;
    }

    /** How many characters the bytes are as UTF-8: each has one byte that is not {@code 10xxxxxx}. */
    public synchronized int characters() {
        requireOpen();
        int characters = 0;
        for (byte each : content) {
            characters += (each & 0xC0) == 0x80 ? 0 : 1;
        }
        return characters;
    }

    /** A copy of the bytes, which the caller must wipe. Prefer {@link #withBytes}, which wipes it itself. */
    public synchronized byte[] copyOut(SecretAccess access) {
        requireNonNull(access);
        requireOpen();
        return content.clone();
    }

    /** Another secret with the same content and a life of its own. */
    public synchronized SecretBytes copy() {
        requireOpen();
        return new SecretBytes(content.clone());
    }

    /** The same, unless it was closed: for whoever shares a secret with somebody who may close it at any moment. */
    public synchronized Optional<SecretBytes> copyIfOpen() {
        return closed ? Optional.empty() : Optional.of(new SecretBytes(content.clone()));
    }

    /** Lends a copy of the bytes to a function and wipes it afterwards. The function must not keep the array. */
    public <T> T withBytes(SecretAccess access, Function<byte[], T> use) {
        byte[] lent = copyOut(access);
        try {
            return use.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /** As {@link #withBytes}, for a use without a result. */
    public void useBytes(SecretAccess access, Consumer<byte[]> use) {
        byte[] lent = copyOut(access);
        try {
            use.accept(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /** Whether both hold the same bytes, in a time that depends on their lengths only. */
    public boolean equalsConstantTime(SecretBytes other) {
        return other.withBytes(InsecureSecretAccess.get(), this::hasContent);
    }

    /** Overwrites the bytes. Closing twice is harmless. */
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "SecretBytes[redacted]";
    }

    private synchronized boolean hasContent(byte[] bytes) {
        requireOpen();
        return MessageDigest.isEqual(content, bytes);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The secret was closed");
        }
    }
}
