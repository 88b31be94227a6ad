package io.attestore.postgres;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The password of a database role. It neither prints nor compares its characters; {@link #close} wipes them.
 *
 * <p>Not safe for use by several threads while one of them closes it.
 */
public final class DatabasePassword implements AutoCloseable {

    private static final int GENERATED_BYTES = 32;

    private final char[] characters;
    private boolean wiped;

    private DatabasePassword(char[] characters) {
        this.characters = characters;
    }

    /** A password of these characters; the array is copied, so the caller can wipe its own. */
    public static DatabasePassword of(char[] characters) {
        return new DatabasePassword(characters.clone());
    }

    /** A fresh password of 256 random bits, in the URL-safe base64 alphabet. */
    public static DatabasePassword generate(SecureRandom random) {
        byte[] bits = new byte[GENERATED_BYTES];
        random.nextBytes(bits);
        byte[] encoded = Base64.getUrlEncoder().withoutPadding().encode(bits);
        char[] characters =
                StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(encoded)).array();
        Arrays.fill(bits, (byte) 0);
        Arrays.fill(encoded, (byte) 0);
        return new DatabasePassword(characters);
    }

    /**
     * The characters as a String, for a driver or pool that takes nothing else. A String cannot be wiped: hand it on at
     * once and keep it nowhere.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public String exposeToDriver() {
        return new String(usable());
    }

    /** The characters as UTF-8, to be wiped by the caller. */
    byte[] exposeAsUtf8() {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(usable()));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private char[] usable() {
        if (wiped) {
            throw new IllegalStateException("The database password has been wiped");
        }
        return characters;
    }

    /** Wipes the characters. Doing it twice is harmless. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        wiped = true;
    }

    @Override
    public String toString() {
        return "DatabasePassword[not shown]";
    }
}
