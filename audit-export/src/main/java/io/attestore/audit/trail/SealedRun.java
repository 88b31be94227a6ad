package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.BlockPlace;
import io.attestore.audit.trail.posting.PostingRun;
import io.attestore.audit.trail.posting.Span;

/**
 * A run as the table holds it, with what shows that this store wrote it for this stretch of this log.
 *
 * @param start where its first block begins; {@link BlockPlace#END} if it has none
 * @param nonce drawn for this run alone, in hexadecimal: no block of another run bears its seal
 * @param lastEventId the id of the event at the last position that is covered. The chain behind it being one, this is
 *     the log that the run was made of
 * @param tag the seal over all of this, in hexadecimal
 */
record SealedRun(PostingRun run, BlockPlace start, String nonce, String lastEventId, String tag) {

    long id() {
        return run.id();
    }

    Span span() {
        return run.span();
    }
}
