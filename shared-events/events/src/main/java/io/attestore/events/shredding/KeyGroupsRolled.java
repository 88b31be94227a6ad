package io.attestore.events.shredding;

import io.attestore.events.StoredAs;
import java.util.List;

/**
 * Destructions are complete, from the moment of this event on: the keys that these groups' wrapped keys were under
 * before have been overwritten, and what is left of a destroyed row, on whatever disk of the database, opens no more.
 */
@StoredAs("keys.KeyGroupsRolled")
public record KeyGroupsRolled(List<Rolled> groups) implements ShreddingEvent {

    public KeyGroupsRolled {
        groups = List.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param generation of the key that is in force now
     * @param throughPosition every key of the group that an event up to this position destroyed is gone
     */
    public record Rolled(int group, int generation, long throughPosition) {}
}
