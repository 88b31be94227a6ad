package io.attestore.eventlog;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Conditions of an append that bear some change. Axon's own condition is that nothing of a kind has come since a
 * position; a tolerance is that no more than so much has. A command handler adds them to its processing context before
 * it returns; they go with whatever that context appends, beside its other conditions, and are checked in the same
 * place: under the log's lock, against everything that any node has written.
 */
public final class Tolerances {

    /** The tolerances of a processing context. */
    static final ResourceKey<List<Tolerance>> TOLERANCES = ResourceKey.withLabel("attestore.tolerances");

    private Tolerances() {}

    /**
     * Makes the context's append conditional on this.
     *
     * @param position -1 for the empty log
     * @param eventsMax so many events with the tag may stand beyond the position; not negative
     */
    public static void add(ProcessingContext context, Tag tag, long position, long eventsMax) {
        Tolerance tolerance = new Tolerance(tag, position, eventsMax);
        context.putResourceIfAbsent(TOLERANCES, List.of());
        context.updateResource(
                TOLERANCES,
                before -> Stream.concat(before.stream(), Stream.of(tolerance)).toList());
    }
}
