package io.attestore.contract.paging;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a list.
 *
 * @param truncated whether more follows
 */
public record Page<T>(List<T> items, boolean truncated) {

    public Page {
        items = List.copyOf(items);
    }

    /** The first items of what is left of a list. */
    public static <T> Page<T> of(Stream<T> rest, int limit) {
        List<T> some = rest.limit(limit + 1L).toList();
        boolean truncated = some.size() > limit;
        return new Page<>(truncated ? some.subList(0, limit) : some, truncated);
    }
}
