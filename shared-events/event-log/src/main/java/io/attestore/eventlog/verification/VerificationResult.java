package io.attestore.eventlog.verification;

import io.attestore.eventlog.table.LogHead;

/** What a verification has found. */
public sealed interface VerificationResult {

    /**
     * The log is whole: no gap, every hash follows from the one before, every anchor stands.
     *
     * @param positions how many events the log had when the verification began
     * @param headHash of the newest of them, in hex
     * @param anchors how many different anchors beyond the checkpoint were found in the log
     */
    record Intact(long positions, String headHash, long anchors) implements VerificationResult {

        /**
         * Whether an anchor covers a part of what was verified, or there is nothing to cover. If not, the chain is
         * whole, but it cannot be told whether it was rewritten as a whole.
         */
        public boolean isAnchored() {
            return positions == 0 || anchors > 0;
        }
    }

    /** The first position at which the log is not what was written, and why. What comes before is whole. */
    record Broken(long position, String reason) implements VerificationResult {}

    /** Stopped on request; everything up to the checkpoint is whole. */
    record Stopped(LogHead checkpoint) implements VerificationResult {}
}
