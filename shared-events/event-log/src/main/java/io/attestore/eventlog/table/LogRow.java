package io.attestore.eventlog.table;

/**
 * One row of the log.
 *
 * @param position consecutive from 0
 * @param hash of this row and, through its predecessor's, of all before it: see {@link HashChain}
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogRow(long position, EventContent content, byte[] hash) {}
