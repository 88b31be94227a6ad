package io.attestore.eventlog.seal;

import io.attestore.eventlog.table.LogHead;

/** How far the log's rows carry MACs, as it stands outside the database. */
public sealed interface SealState {

    /** There are no keys: the log is empty, or was written before there were MACs. */
    record Unsealed() implements SealState {}

    /** The keys are there, and the rows up to this head, and no others, are given their MACs. */
    record Sealing(LogHead through) implements SealState {}

    /** Every row carries its MAC. */
    record Sealed() implements SealState {}
}
