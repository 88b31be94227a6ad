package io.attestore.audit.trail.posting;

/**
 * Posting lists of a stretch of the log, complete and never changed.
 *
 * @param id whatever its blocks are found by
 * @param bytes the size of all its blocks
 */
public record PostingRun(long id, Span span, long bytes) {}
