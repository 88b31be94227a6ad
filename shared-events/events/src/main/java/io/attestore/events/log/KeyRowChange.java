package io.attestore.events.log;

import io.attestore.events.Bytes;

/**
 * A change to the key table that belongs to an append: written in the same transaction as the events, or not at all.
 * The key table holds wrapped keys only, outside the log, so that destroying a row destroys what it opens.
 */
public sealed interface KeyRowChange {

    /** The row's name, unique in the store, at most 512 characters. */
    String id();

    /** Adds a wrapped key; an append that would replace an existing row fails. */
    record Put(String id, Bytes wrappedKey) implements KeyRowChange {}

    /** Removes a wrapped key for good. Removing what is not there is not an error. */
    record Destroy(String id) implements KeyRowChange {}
}
