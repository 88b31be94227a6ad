package io.attestore.audit.trail.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Posting lists that are being gathered in memory, of calls that come in order of position. For one thread. */
public final class PostingLists {

    private final Map<LookupKey, List<Posting>> byKey = new HashMap<>();

    /** Adds a call to the list of a key; once only, if it is added again. */
    public void add(LookupKey key, Posting posting) {
        List<Posting> list = byKey.computeIfAbsent(key, _ -> new ArrayList<>());
        if (list.isEmpty() || list.getLast().position() != posting.position()) {
            list.add(posting);
        }
    }

    /** Writes all lists in order. */
    public void writeTo(BlockWriter writer) {
        SortedMap<Long, List<Posting>> byNumber = new TreeMap<>();
        byKey.forEach((key, list) -> byNumber.merge(key.number(), list, PostingLists::union));
        byNumber.forEach((number, list) -> list.forEach(posting -> writer.add(number, posting)));
    }

    /** Of two keys that share a number. */
    private static List<Posting> union(List<Posting> one, List<Posting> other) {
        SortedMap<Long, Posting> union = new TreeMap<>();
        one.forEach(posting -> union.put(posting.position(), posting));
        other.forEach(posting -> union.put(posting.position(), posting));
        return List.copyOf(union.values());
    }
}
