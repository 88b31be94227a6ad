package io.attestore.audit.trail.posting;

/**
 * Some kilobytes of posting lists, in order of key, then of position. A list may go on in the next block.
 *
 * @param firstKey the key of the first posting
 * @param latest the latest time of the first posting and of all before it in its list, in milliseconds since 1970:
 *     nothing in earlier blocks of the list is younger
 * @param firstPosition the position of the first posting
 * @param content the lists, as {@link BlockWriter} says; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the writer to the table, never compared
public record Block(long firstKey, long latest, long firstPosition, byte[] content) {}
