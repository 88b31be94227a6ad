package io.attestore.proof.torture.ledger;

import io.attestore.proof.torture.ledger.Asked.Decrypt;
import io.attestore.proof.torture.ledger.Asked.Read;

/** How many calls ended how. */
final class Tally {

    private long answered;
    private long disclosing;
    private long refused;
    private long unknownWritten;
    private long unknownOpen;

    void answered(Asked asked) {
        answered++;
        if (asked instanceof Read || asked instanceof Decrypt) {
            disclosing++;
        }
    }

    void refused() {
        refused++;
    }

    void unknownWritten() {
        unknownWritten++;
    }

    void unknownOpen(long calls) {
        unknownOpen = calls;
    }

    Counts counts() {
        return new Counts(answered, disclosing, refused, unknownWritten, unknownOpen);
    }
}
