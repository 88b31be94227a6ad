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
 */
public record VerificationStatus(
        List<String> findings, long findingsCount, Optional<Instant> lastWhole, long position) {

    static final VerificationStatus NOTHING_KNOWN = new VerificationStatus(List.of(), 0, Optional.empty(), -1);

    public VerificationStatus {
        findings = List.copyOf(findings);
    }

    VerificationStatus at(long reached) {
        return new VerificationStatus(findings, findingsCount, lastWhole, reached);
    }
}
