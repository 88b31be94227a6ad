package io.attestore.events.key;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import java.util.Set;

/** A key encrypts with new material from now on; older ciphertext still opens under the material that made it. */
@StoredAs("kms.KeyMaterialRotated")
public record KeyMaterialRotated(
        AccountRegion where,
        KeyId keyId,
        KeyMaterialId previousMaterialId,
        KeyMaterialId materialId,
        RotationType rotationType)
        implements KeyEvent {

    /** What caused the rotation, in KMS's words. */
    public enum RotationType {
        AUTOMATIC,
        ON_DEMAND
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.key(where, keyId));
    }
}
