package io.attestore.entities.vault;

import io.attestore.cryptography.group.KeyPurpose;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;

/** What the keys of the key table are for, besides {@link ValuePlace}. Texts that are never changed: wrappings have them. */
public final class KeyPurposes {

    private KeyPurposes() {}

    /** A generation of a KMS key's material. */
    public static KeyPurpose material(AccountRegion where, KeyId keyId, KeyMaterialId id) {
        return new KeyPurpose("key material " + where.prefix() + keyId, id.value());
    }

    /** The secret half of an access key. */
    public static KeyPurpose accessKey(AccountId account, AccessKeyId id) {
        return new KeyPurpose("access key " + account + "/" + id, "secret");
    }
}
