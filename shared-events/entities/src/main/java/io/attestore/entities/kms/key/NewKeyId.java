package io.attestore.entities.kms.key;

import io.attestore.entities.id.RequestDigest;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The ids of keys that come to be with a call; see {@link RequestDigest}.
 */
public final class NewKeyId {

    private static final long VERSION_MASK = 0xf000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NewKeyId() {}

    /**
     * A UUID in the form that KMS's key ids have, version 4 of RFC 9562.
     *
     * @param requestId the call's
     * @param what tells the keys of one call apart, e.g. an alias
     */
    public static KeyId of(String requestId, AccountRegion where, String what) {
        ByteBuffer digest = ByteBuffer.wrap(RequestDigest.of(requestId, where.prefix(), what));
        long high = digest.getLong();
        long low = digest.getLong();
        return new KeyId(new UUID(high & ~VERSION_MASK | VERSION_4, low & ~VARIANT_MASK | VARIANT).toString());
    }
}
