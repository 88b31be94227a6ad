package io.attestore.eventlog.seal;

import io.attestore.eventlog.table.LogHead;

/**
 * The keys of the log's MACs, and how far it is sealed under them. Both are outside the database: whoever owns the
 * tables can neither write a row that is believed nor take back that rows have to carry MACs. Servers on one database
 * share them; each calls {@link #begin} and {@link #complete} only while no other does.
 */
public interface LogSeal {

    /** As it stands now, whichever server made it so. */
    SealState state();

    /**
     * Makes the keys and notes up to where rows are given MACs; durable when this returns.
     *
     * @param through the head of the log, {@link LogHead#EMPTY} if nothing is to be sealed
     * @throws SealRefusedException if this server may not seal a log that it finds
     */
    void begin(LogHead through);

    /** Notes that every row carries its MAC; durable when this returns, and never taken back. */
    void complete();

    /** @throws IllegalStateException while there are no keys */
    RowMacs macs();
}
