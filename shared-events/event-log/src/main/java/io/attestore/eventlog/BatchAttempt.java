package io.attestore.eventlog;

import io.attestore.eventlog.table.Backend;

/** What became of the attempt to write a batch. One that failed for certain, with nothing written, is an exception. */
sealed interface BatchAttempt {

    /** What was accepted is durable. */
    record Written(AppendBatch batch) implements BatchAttempt {}

    /** Nothing is written: the log has gone on since this node last looked. */
    record Overtaken() implements BatchAttempt {}

    /**
     * Written or not: the connection or the driver failed when it could have been committed.
     *
     * @param by the process that may still be at work on it
     */
    record Lost(AppendBatch batch, Backend by, Exception why) implements BatchAttempt {}
}
