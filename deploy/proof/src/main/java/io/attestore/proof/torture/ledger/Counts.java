package io.attestore.proof.torture.ledger;

/**
 * How many calls ended how.
 *
 * @param answered and found in the log
 * @param disclosing those of them that gave values to the client
 * @param refused for a reason that the client was told
 * @param unknownWritten without an answer, and in the log
 * @param unknownNotWritten without an answer, and not in the log
 */
public record Counts(long answered, long disclosing, long refused, long unknownWritten, long unknownNotWritten) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                answered + other.answered,
                disclosing + other.disclosing,
                refused + other.refused,
                unknownWritten + other.unknownWritten,
                unknownNotWritten + other.unknownNotWritten);
    }

    public Counts minus(Counts earlier) {
        return new Counts(
                answered - earlier.answered,
                disclosing - earlier.disclosing,
                refused - earlier.refused,
                unknownWritten - earlier.unknownWritten,
                unknownNotWritten - earlier.unknownNotWritten);
    }
}
