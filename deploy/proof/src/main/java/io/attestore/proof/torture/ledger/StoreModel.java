package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.ledger.Asked.Get;
import io.attestore.proof.torture.ledger.Asked.GetByPath;
import io.attestore.proof.torture.ledger.Asked.GetHistory;
import io.attestore.proof.torture.ledger.Asked.GetSeveral;
import io.attestore.proof.torture.ledger.Asked.Put;
import io.attestore.proof.torture.ledger.Asked.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a store must answer after the calls that it was told of, one after the other, with the values as their clients
 * have sent them. Simple on purpose: it is what the store is measured by. For one thread.
 */
final class StoreModel {

    private static final int HISTORY_PAGE = 50;

    private final Map<String, TreeMap<Long, Version>> parameters = new TreeMap<>();
    private final Map<String, Boolean> keys = new HashMap<>();

    /** One version of a parameter; no key is named where the service's own is used. */
    record Version(String name, long number, String value, Optional<String> keyId) {}

    boolean isThere(String name) {
        return parameters.containsKey(name);
    }

    Set<String> names() {
        return Set.copyOf(parameters.keySet());
    }

    /** The number that the next version of a parameter gets. */
    long nextVersion(String name) {
        TreeMap<Long, Version> versions = parameters.get(name);
        return versions == null ? 1 : versions.lastKey() + 1;
    }

    void put(Put put) {
        long number = nextVersion(put.name());
        Version version = new Version(put.name(), number, put.value(), keyOf(put));
        parameters.computeIfAbsent(put.name(), created -> new TreeMap<>()).put(number, version);
    }

    /** The key that a put uses: where it names none, the one of the version before. */
    Optional<String> keyOf(Put put) {
        return put.keyId()
                .or(() -> newest(List.of(put.name())).stream().findFirst().flatMap(Version::keyId));
    }

    /** The oldest version gives way to a new one; answers whether it was there. */
    boolean destroy(String name, long version) {
        TreeMap<Long, Version> versions = parameters.getOrDefault(name, new TreeMap<>());
        return versions.size() > 1 && versions.firstKey() == version && versions.remove(version) != null;
    }

    /** Answers whether it was there. */
    boolean delete(String name) {
        return parameters.remove(name) != null;
    }

    void createKey(String keyId) {
        keys.put(keyId, true);
    }

    void switchKey(String keyId, boolean enabled) {
        keys.put(keyId, enabled);
    }

    boolean isEnabled(String keyId) {
        return keys.getOrDefault(keyId, false);
    }

    Set<String> keyIds() {
        return Set.copyOf(keys.keySet());
    }

    /** What a read has to disclose now, in the answer's order. */
    List<Version> answerTo(Read read) {
        return switch (read) {
            case Get(String name) -> newest(List.of(name));
            case GetSeveral(var names) ->
                newest(names.stream().distinct().sorted().toList());
            case GetByPath(String folder) ->
                newest(parameters.keySet().stream()
                        .filter(name -> name.startsWith(folder + "/"))
                        .toList());
            case GetHistory(String name, long after) ->
                parameters.getOrDefault(name, new TreeMap<>()).tailMap(after, false).values().stream()
                        .limit(HISTORY_PAGE)
                        .toList();
        };
    }

    boolean needsDisabledKey(List<Version> versions) {
        return versions.stream()
                .anyMatch(version ->
                        version.keyId().filter(keyId -> !isEnabled(keyId)).isPresent());
    }

    private List<Version> newest(List<String> names) {
        List<Version> newest = new ArrayList<>();
        for (String name : names) {
            TreeMap<Long, Version> versions = parameters.get(name);
            if (versions != null) {
                newest.add(versions.lastEntry().getValue());
            }
        }
        return newest;
    }
}
