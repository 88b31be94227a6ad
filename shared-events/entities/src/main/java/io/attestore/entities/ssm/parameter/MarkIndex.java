package io.attestore.entities.ssm.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Which parameters have a mark, a tag's key or a label, in the order of their paths, and what the mark says of each.
 * Immutable; an update costs O(log n).
 *
 * @param byMark from the mark to the parameters' paths and what it says of each
 * @param bySaying the paths of those of which a mark says the same; nothing of marks that say nothing
 * @param byPath from the path to the marks
 * @param size pairs of parameter and mark
 */
public record MarkIndex(
        HashPMap<String, PSortedMap<String, String>> byMark,
        HashPMap<Saying, PSortedSet<String>> bySaying,
        HashPMap<String, MapPSet<String>> byPath,
        long size) {

    static final MarkIndex EMPTY = new MarkIndex(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), 0);

    /** What a mark says, such as the value of a tag. */
    public record Saying(String mark, String says) {}

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

    /** The first path from this one on of which the mark says this, itself included; null if there is none. */
    public @Nullable String firstFrom(String mark, String says, String path) {
        PSortedSet<String> paths = bySaying.get(new Saying(mark, says));
        return paths == null ? null : paths.ceiling(path);
    }

    MarkIndex plus(String path, String mark, String says) {
        PSortedMap<String, String> paths = byMark.getOrDefault(mark, TreePMap.empty());
        String saidBefore = paths.get(path);
        if (says.equals(saidBefore)) {
            return this;
        }
        HashPMap<String, PSortedMap<String, String>> marks = byMark.plus(mark, paths.plus(path, says));
        if (saidBefore != null) {
            return new MarkIndex(marks, said(path, mark, says, unsaid(path, mark, saidBefore)), byPath, size);
        }
        MapPSet<String> ofPath = byPath.getOrDefault(path, HashTreePSet.empty());
        return new MarkIndex(marks, said(path, mark, says, bySaying), byPath.plus(path, ofPath.plus(mark)), size + 1);
    }

    MarkIndex minus(String path, String mark) {
        PSortedMap<String, String> paths = byMark.get(mark);
        MapPSet<String> marks = byPath.get(path);
        String says = paths == null ? null : paths.get(path);
        if (paths == null || marks == null || says == null) {
            return this;
        }
        PSortedMap<String, String> otherPaths = paths.minus(path);
        MapPSet<String> otherMarks = marks.minus(mark);
        return new MarkIndex(
                otherPaths.isEmpty() ? byMark.minus(mark) : byMark.plus(mark, otherPaths),
                unsaid(path, mark, says),
                otherMarks.isEmpty() ? byPath.minus(path) : byPath.plus(path, otherMarks),
                size - 1);
    }

    private static HashPMap<Saying, PSortedSet<String>> said(
            String path, String mark, String says, HashPMap<Saying, PSortedSet<String>> before) {
        if (says.isEmpty()) {
            return before;
        }
        Saying saying = new Saying(mark, says);
        return before.plus(saying, before.getOrDefault(saying, TreePSet.empty()).plus(path));
    }

    private HashPMap<Saying, PSortedSet<String>> unsaid(String path, String mark, String says) {
        Saying saying = new Saying(mark, says);
        PSortedSet<String> paths = bySaying.get(saying);
        if (paths == null) {
            return bySaying;
        }
        PSortedSet<String> others = paths.minus(path);
        return others.isEmpty() ? bySaying.minus(saying) : bySaying.plus(saying, others);
    }

    MarkIndex minus(String path) {
        MarkIndex after = this;
        for (String mark : byPath.getOrDefault(path, HashTreePSet.empty())) {
            after = after.minus(path, mark);
        }
        return after;
    }
}
