package io.attestore.entities.iam;

import io.attestore.entities.id.RequestDigest;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;

/**
 * The unique ids of what comes to be with a call; see {@link RequestDigest}.
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
        byte[] digest = RequestDigest.of(prefix, requestId);
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; id.length() < length; i++) {
            id.append(BASE_32.charAt(digest[i] & BASE_32.length() - 1));
        }
        return id.toString();
    }
}
