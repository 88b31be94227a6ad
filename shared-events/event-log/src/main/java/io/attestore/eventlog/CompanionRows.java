package io.attestore.eventlog;

import io.attestore.events.log.KeyRowChange;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * Changes to the key table that go with an append: written in its transaction, or not at all. A command handler adds
 * them to its processing context before it returns; they belong to whatever that context appends.
 */
public final class CompanionRows {

    /** The changes of a processing context, in the order in which they are to happen. */
    public static final ResourceKey<List<KeyRowChange>> KEY_ROWS = ResourceKey.withLabel("attestore.keyRows");

    private CompanionRows() {}

    public static void add(ProcessingContext context, KeyRowChange... changes) {
        context.putResourceIfAbsent(KEY_ROWS, List.of());
        context.updateResource(
                KEY_ROWS,
                before -> Stream.concat(before.stream(), Stream.of(changes)).toList());
    }
}
