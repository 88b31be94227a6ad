package io.attestore.server.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What this node knows by verifying.
 *
 * @param findings of the newest verification that came to its end; the first ones
 * @param findingsCount all of them
 * @param lastWhole when the store was last found whole; empty if it was not since the start
 * @param position up to where the one that is under way has read; -1 if none is
 * @param failure why it made no progress the last time it tried
 */
public record VerificationStatus(
        List<String> findings,
        long findingsCount,
        Optional<Instant> lastWhole,
        long position,
        Optional<String> failure) {

    static final VerificationStatus NOTHING_KNOWN =
            new VerificationStatus(List.of(), 0, Optional.empty(), -1, Optional.empty());

    public VerificationStatus {
        findings = List.copyOf(findings);
    }

    VerificationStatus at(long reached) {
        return new VerificationStatus(findings, findingsCount, lastWhole, reached, Optional.empty());
    }

    VerificationStatus failed(String reason) {
        return new VerificationStatus(findings, findingsCount, lastWhole, position, Optional.of(reason));
    }

    /** After a verification that has come to its end. */
    VerificationStatus found(List<String> listed, long count) {
        return new VerificationStatus(listed, count, lastWhole, -1, Optional.empty());
    }

    VerificationStatus wholeAt(Instant now) {
        return new VerificationStatus(List.of(), 0, Optional.of(now), -1, Optional.empty());
    }
}
