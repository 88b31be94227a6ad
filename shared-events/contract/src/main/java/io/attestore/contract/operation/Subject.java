package io.attestore.contract.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a call is about, found with the states at hand: what it needs permission for, and the thing itself for its handler,
 * so that what is decided on is what permission was given for. Not for sharing between threads.
 *
 * @param access all of which must be allowed; never empty
 * @param found asked for once, when permission was given: what it throws tells nothing to those who have none
 */
public record Subject<T>(List<Access> access, Supplier<T> found) {

    public Subject {
        access = List.copyOf(access);
        if (access.isEmpty()) {
            throw new IllegalArgumentException("A call needs permission for something");
        }
    }

    public static <T> Subject<T> of(T found, Access... access) {
        return new Subject<>(List.of(access), () -> found);
    }

    /** The same, with permission needed for something else, too. */
    public Subject<T> with(Access further) {
        List<Access> all = new ArrayList<>(access);
        all.add(further);
        return new Subject<>(all, found);
    }

    /** The same with what a handler needs of it. */
    public <R> Subject<R> map(Function<T, R> part) {
        return new Subject<>(access, () -> part.apply(found.get()));
    }

    /** Of what only those may learn who have permission: that it is not there, for instance. */
    public static <T> Subject<T> later(Supplier<T> found, Access... access) {
        return new Subject<>(List.of(access), found);
    }
}
