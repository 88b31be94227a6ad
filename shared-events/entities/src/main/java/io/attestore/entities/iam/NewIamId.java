package io.attestore.entities.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The unique ids of what comes to be with a call. They follow from the call's own id, which is random and nobody else's: a
 * decision that is made anew, because something has changed meanwhile, makes the same one.
 */
public final class NewIamId {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String ACCESS_KEY_PREFIX = "AKIA";
    private static final int ACCESS_KEY_LENGTH = 20;

    private NewIamId() {}

    /** @param requestId the call's */
    public static IamId of(IamKind kind, String requestId) {
        return new IamId(characters(kind.prefix(), requestId, IamId.LENGTH));
    }

    /** @param requestId the call's */
    public static AccessKeyId accessKey(String requestId) {
        return new AccessKeyId(characters(ACCESS_KEY_PREFIX, requestId, ACCESS_KEY_LENGTH));
    }

    private static String characters(String prefix, String requestId, int length) {
        byte[] digest = sha256(prefix + "\n" + requestId);
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; id.length() < length; i++) {
            id.append(BASE_32.charAt(digest[i] & BASE_32.length() - 1));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
