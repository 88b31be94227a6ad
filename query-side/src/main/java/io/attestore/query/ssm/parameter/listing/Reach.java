package io.attestore.query.ssm.parameter.listing;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which paths a list can hold at all, told by stepping: so that a walk through a sorted directory touches only these,
 * and a few beside them, however many others there are.
 */
@FunctionalInterface
public interface Reach {

    Reach EVERYWHERE = path -> path;

    /** The first text from this one on that can be the path of a parameter in reach; null if there is none. */
    @Nullable
    String from(String path);

    /** What is under a path: directly, or at any depth. */
    static Reach under(String path, boolean recursive) {
        String parent = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String first = parent + "/";
        String end = beyond(parent);
        return from -> {
            String place = from.compareTo(first) < 0 ? first : from;
            while (place.compareTo(end) < 0) {
                int deeper = recursive ? -1 : place.indexOf('/', first.length());
                if (deeper < 0) {
                    return place;
                }
                place = beyond(place.substring(0, deeper));
            }
            return null;
        };
    }

    static Reach beginningWith(String prefix) {
        return from -> {
            if (from.startsWith(prefix)) {
                return from;
            }
            return from.compareTo(prefix) < 0 ? prefix : null;
        };
    }

    static Reach exactly(Collection<String> paths) {
        NavigableSet<String> sorted = new TreeSet<>(paths);
        return sorted::ceiling;
    }

    /** What one of them reaches. For one thread: it remembers how far each of them reached last. */
    static Reach any(List<Reach> reaches) {
        return reaches.size() == 1 ? reaches.getFirst() : new AnyReach(reaches);
    }

    /** The first text that sorts after everything below a path: '0' follows '/'. */
    private static String beyond(String path) {
        return path + '0';
    }
}
