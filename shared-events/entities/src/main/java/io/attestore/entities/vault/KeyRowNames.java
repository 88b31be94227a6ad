package io.attestore.entities.vault;

import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;

/** The names of rows of the key table that follow from what they hold: no event chooses them. */
public final class KeyRowNames {

    private KeyRowNames() {}

    public static String material(AccountRegion where, KeyId keyId, KeyMaterialId id) {
        return "kms/" + where.prefix() + keyId + "/" + id;
    }

    public static String accessKey(AccessKeyId id) {
        return "iam/access-key/" + id;
    }
}
