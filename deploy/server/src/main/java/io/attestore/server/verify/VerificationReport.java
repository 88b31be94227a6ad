package io.attestore.server.verify;

import io.attestore.eventlog.verification.VerificationResult;
import java.util.List;

/**
 * What a verification of a store has found.
 *
 * @param record of the log itself; if it is broken, nothing else was compared
 * @param findings where what belongs to the log is not as the log says, in sentences; the first ones
 * @param findingsCount all of them
 * @param notes what was compared, or why it was not
 */
public record VerificationReport(
        VerificationResult record, List<String> findings, long findingsCount, List<String> notes) {

    public VerificationReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public boolean isWhole() {
        return record instanceof VerificationResult.Intact && findingsCount == 0;
    }
}
