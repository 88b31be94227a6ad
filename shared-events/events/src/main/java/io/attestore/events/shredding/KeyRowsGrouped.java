package io.attestore.events.shredding;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import java.util.Set;

/**
 * Once in the life of a store that is older than key groups: the rows of the key table were wrapped anew, each under the
 * key of its group and for what the log says that it is for.
 *
 * @param rows how many
 * @param unnamed how many rows were left as they were, since no event names them or they did not open
 * @param throughPosition up to which the log was read for it
 */
@StoredAs("keys.KeyRowsGrouped")
public record KeyRowsGrouped(long rows, long unnamed, long throughPosition) implements ShreddingEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.keyTable());
    }
}
