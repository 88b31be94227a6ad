package io.attestore.proof.torture.hostile;

/** An attack that goes on until it is closed. */
interface Harm extends AutoCloseable {

    /** What the attackers have done so far, for the table. */
    String seen();

    @Override
    void close() throws InterruptedException;
}
