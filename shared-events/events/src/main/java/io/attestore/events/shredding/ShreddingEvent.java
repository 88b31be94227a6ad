package io.attestore.events.shredding;

import io.attestore.events.Event;

/** An event of the key table: no call's, of no account. */
public sealed interface ShreddingEvent extends Event permits KeyGroupsRolled, KeyRowsGrouped {}
