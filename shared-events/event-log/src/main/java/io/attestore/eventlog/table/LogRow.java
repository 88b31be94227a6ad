package io.attestore.eventlog.table;

/**
 * One row of the log.
 *
 * @param position consecutive from 0
 * @param hash of this row and, through its predecessor's, of all before it: see {@link HashChain}
 * @param mac by which a server knows that this store's own servers wrote it; empty if it has none yet
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogRow(long position, EventContent content, byte[] hash, byte[] mac) {}
