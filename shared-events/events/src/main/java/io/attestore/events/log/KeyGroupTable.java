package io.attestore.events.log;

import java.util.OptionalInt;

/**
 * Which generation of each group's key is in force: rows of the key table are added under no other. Safe for many
 * threads; failures surface as {@link LogUnavailableException}.
 */
public interface KeyGroupTable {

    /** Empty if the group has never had a row. */
    OptionalInt generation(int group);

    /** Grows when an append was rejected because a row of it was under a key that is not in force. */
    long refusals();
}
