package io.attestore.entities;

import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKey;
import io.attestore.cryptography.group.GroupKeyStore;
import io.attestore.cryptography.group.GroupKeys;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Group keys that nothing keeps and nobody rolls, for tests of decisions. */
public final class MemoryGroupKeys implements GroupKeyStore {

    private static final int GROUPS = 16;

    private final Map<Integer, GroupKey> keys = new ConcurrentHashMap<>();
    private final SecureRandom random;

    private MemoryGroupKeys(SecureRandom random) {
        this.random = random;
    }

    public static GroupKeys fresh(SecureRandom random) {
        return new GroupKeys(new MemoryGroupKeys(random), group -> OptionalInt.empty(), () -> 0, random);
    }

    @Override
    public int groups() {
        return GROUPS;
    }

    @Override
    public Optional<GroupKey> find(GroupGeneration place) {
        return Optional.of(newest(place.group())).filter(key -> key.place().equals(place));
    }

    @Override
    public GroupKey newest(int group) {
        return keys.computeIfAbsent(group, _ -> GroupKey.generate(new GroupGeneration(group, 1), random));
    }

    @Override
    public List<GroupKey> makeNext(Collection<GroupGeneration> inForce) {
        throw new UnsupportedOperationException("Nothing rolls here");
    }

    @Override
    public void destroy(Collection<GroupGeneration> replaced) {
        throw new UnsupportedOperationException("Nothing rolls here");
    }

    @Override
    public List<GroupGeneration> replaced() {
        return List.of();
    }
}
