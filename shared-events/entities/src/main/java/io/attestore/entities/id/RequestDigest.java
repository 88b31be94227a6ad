package io.attestore.entities.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What the ids of new things are made of. They follow from the call's own id, which is random and nobody else's: a decision
 * that is made anew, because something has changed meanwhile, makes the same things.
 */
public final class RequestDigest {

    private RequestDigest() {}

    /**
     * 32 bytes, by SHA-256.
     *
     * @param parts the call's id, and what tells the things of one call apart; none has a line break
     */
    public static byte[] of(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
