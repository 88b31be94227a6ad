package io.attestore.audit.trail;

import io.attestore.audit.trail.posting.Block;
import io.attestore.audit.trail.posting.BlockPlace;

/**
 * A block as the table holds it.
 *
 * @param next where the next block of its run begins, {@link BlockPlace#END} for the last: there is nothing in between
 * @param tag the seal over all of this and the run's nonce
 */
@SuppressWarnings("ArrayRecordComponent") // carried between the table and the seal, never compared
record SealedBlock(Block block, BlockPlace next, byte[] tag) {

    BlockPlace place() {
        return BlockPlace.of(block);
    }
}
