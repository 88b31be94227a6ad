package io.attestore.audit.trail;

import java.util.Optional;

/**
 * How the projection of the trail fares.
 *
 * @param head the newest position of the log that this node knows
 * @param projected the newest position that is indexed; -1 for none
 * @param unmappedCalls how many calls could not be mapped to records and are missing from every search
 * @param damage what was found damaged of the index, until it is built anew
 * @param failure why the projector of this node made no progress the last time it tried
 */
public record TrailStatus(
        long head, long projected, long unmappedCalls, Optional<String> damage, Optional<String> failure) {

    /** How many events are not indexed yet. */
    public long lag() {
        return Math.max(0, head - projected);
    }

    public boolean isHealthy() {
        return failure.isEmpty() && damage.isEmpty() && unmappedCalls == 0;
    }
}
