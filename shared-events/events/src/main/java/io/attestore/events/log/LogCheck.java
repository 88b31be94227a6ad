package io.attestore.events.log;

/**
 * Holds what is derived from the log, or kept beside it, against the log, while somebody reads the log from its
 * beginning. Others may write meanwhile: a check judges only what cannot have changed since, so that a healthy store
 * never has a finding.
 *
 * <p>The order of calls: {@link #begin} before the head is read; {@link #see} for each event up to that head, with
 * {@link #settle} now and then; {@link #compare}; {@link #see} for each event up to a head that was read after it, again with
 * {@link #settle}; {@link #end}. Whatever fails for want of the database can be called again, but for {@link #see}, which
 * asks nothing. For one thread.
 */
public interface LogCheck {

    /** Learns how far that which is derived has come: it is not compared beyond. */
    default void begin() {}

    /** The next event. Asks nothing. */
    void see(RecordedEvent event);

    /** Looks up what the events that were seen need. */
    default void settle() {}

    /**
     * Reads all that is to be compared. What speaks against it may be younger than what was seen.
     *
     * @throws InterruptedException if the verification is to stop
     */
    void compare(Pace pace) throws InterruptedException;

    /**
     * What remains when all is seen that can have been compared.
     *
     * @throws InterruptedException if the verification is to stop
     */
    Findings end(Pace pace) throws InterruptedException;

    /** How quickly is read. */
    @FunctionalInterface
    interface Pace {

        /** As quickly as it goes. */
        Pace FULL = rows -> {};

        /** So many rows were read: returns when the next may be. */
        void read(int rows) throws InterruptedException;
    }
}
