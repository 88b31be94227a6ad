package io.attestore.audit.trail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers that stand for what repeats. An entry never changes once it is there, so those that were used last are kept
 * in memory; {@link #remember} them only after the transaction that added them has ended well.
 *
 * @param <K> what is numbered, a value
 */
final class Dictionary<K> {

    /** Where the entries are durable. */
    interface Table<K> {

        /** The numbers of those keys that have one. */
        Map<K, Integer> find(List<K> keys);

        /** Gives each of these keys a number; none of them has one. */
        void add(List<K> keys);
    }

    private final Table<K> table;
    private final Cache<K, Integer> recent;

    Dictionary(Table<K> table, int entriesMax) {
        this.table = table;
        this.recent = Caffeine.newBuilder().maximumSize(entriesMax).build();
    }

    /** The numbers of all these keys; those that have none are added in the current transaction. */
    Map<K, Integer> numbers(Collection<K> keys) {
        Map<K, Integer> numbers = new HashMap<>();
        Set<K> unknown = new LinkedHashSet<>();
        for (K key : keys) {
            Integer number = recent.getIfPresent(key);
            if (number == null) {
                unknown.add(key);
            } else {
                numbers.put(key, number);
            }
        }
        if (unknown.isEmpty()) {
            return numbers;
        }
        numbers.putAll(table.find(List.copyOf(unknown)));
        unknown.removeAll(numbers.keySet());
        if (!unknown.isEmpty()) {
            List<K> added = new ArrayList<>(unknown);
            table.add(added);
            numbers.putAll(table.find(added));
        }
        return numbers;
    }

    void remember(Map<K, Integer> numbers) {
        recent.putAll(numbers);
    }
}
