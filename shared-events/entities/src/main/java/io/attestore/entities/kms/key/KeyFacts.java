package io.attestore.entities.kms.key;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.key.KeyManager;
import io.attestore.events.key.KeyMaterialRotated.RotationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is so of a key whatever its state.
 *
 * @param materials all generations of its material, oldest first; the last one encrypts
 */
public record KeyFacts(
        AccountRegion where,
        KeyId keyId,
        KeyManager manager,
        String description,
        Instant createdAt,
        Map<String, String> keyTags,
        KeyPolicy policy,
        List<Generation> materials) {

    public KeyFacts {
        keyTags = Map.copyOf(keyTags);
        materials = List.copyOf(materials);
    }

    /** One generation of material; the first was made with the key, by no rotation. */
    public record Generation(KeyMaterialId materialId, Instant since, Optional<RotationType> rotation) {}

    public Arn arn() {
        return keyId.arn(where);
    }

    public KeyMaterialId currentMaterialId() {
        return materials.getLast().materialId();
    }

    /** How many of its rotations were asked for, of the 25 that KMS allows a key. */
    public long rotationsOnDemand() {
        return materials.stream()
                .filter(generation -> generation.rotation().equals(Optional.of(RotationType.ON_DEMAND)))
                .count();
    }

    KeyFacts with(Generation next) {
        List<Generation> all = new ArrayList<>(materials);
        all.add(next);
        return new KeyFacts(where, keyId, manager, description, createdAt, keyTags, policy, all);
    }
}
