package io.attestore.entities.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which parameters have a mark, a tag's key or a label, in the order of their paths, and what the mark says of each.
 * Immutable; an update costs O(log n).
 *
 * @param byMark from the mark to the parameters' paths and what it says of each
 * @param byPath the other way round
 * @param size pairs of parameter and mark
 */
public record MarkIndex(
        HashPMap<String, PSortedMap<String, String>> byMark, HashPMap<String, MapPSet<String>> byPath, long size) {

    static final MarkIndex EMPTY = new MarkIndex(HashTreePMap.empty(), HashTreePMap.empty(), 0);

    /** What the mark says of a parameter; empty if the parameter does not have it. */
    public Optional<String> find(String mark, String path) {
        PSortedMap<String, String> paths = byMark.get(mark);
        return paths == null ? Optional.empty() : Optional.ofNullable(paths.get(path));
    }

    /** The first path from this one on that has the mark, itself included; null if there is none. */
    public @Nullable String firstFrom(String mark, String path) {
        PSortedMap<String, String> paths = byMark.get(mark);
        return paths == null ? null : paths.ceilingKey(path);
    }

    MarkIndex plus(String path, String mark, String says) {
        PSortedMap<String, String> paths = byMark.getOrDefault(mark, TreePMap.empty());
        MapPSet<String> marks = byPath.getOrDefault(path, HashTreePSet.empty());
        boolean fresh = !paths.containsKey(path);
        return new MarkIndex(
                byMark.plus(mark, paths.plus(path, says)),
                fresh ? byPath.plus(path, marks.plus(mark)) : byPath,
                fresh ? size + 1 : size);
    }

    MarkIndex minus(String path, String mark) {
        PSortedMap<String, String> paths = byMark.get(mark);
        MapPSet<String> marks = byPath.get(path);
        if (paths == null || marks == null || !paths.containsKey(path)) {
            return this;
        }
        PSortedMap<String, String> otherPaths = paths.minus(path);
        MapPSet<String> otherMarks = marks.minus(mark);
        return new MarkIndex(
                otherPaths.isEmpty() ? byMark.minus(mark) : byMark.plus(mark, otherPaths),
                otherMarks.isEmpty() ? byPath.minus(path) : byPath.plus(path, otherMarks),
                size - 1);
    }

    MarkIndex minus(String path) {
        MarkIndex after = this;
        for (String mark : byPath.getOrDefault(path, HashTreePSet.empty())) {
            after = after.minus(path, mark);
        }
        return after;
    }
}
