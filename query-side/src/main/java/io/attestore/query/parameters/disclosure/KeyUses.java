package io.attestore.query.parameters.disclosure;

import io.attestore.entities.key.Key;
import io.attestore.events.key.KeyUsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The decryptions of one call, by key, in the order of their first use. */
final class KeyUses {

    /** One decryption. */
    record Use(Key.Id key, Map<String, String> context) {}

    private final Map<Key.Id, List<Map<String, String>>> contexts = new LinkedHashMap<>();

    void add(Use use) {
        contexts.computeIfAbsent(use.key(), key -> new ArrayList<>()).add(use.context());
    }

    List<KeyUsed> events() {
        return contexts.entrySet().stream()
                .map(one -> new KeyUsed(one.getKey().where(), one.getKey().keyId(), "Decrypt", one.getValue()))
                .toList();
    }
}
