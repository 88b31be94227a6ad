package io.attestore.eventlog;

/** Whether the log takes appends on this node: what readiness is made of. */
public sealed interface LogStatus {

    /** The last look at the database and the last attempt to write went well. */
    record Writable(long head) implements LogStatus {}

    /** The database does not answer or refuses to write; the node recovers by itself when it is back. */
    record Unavailable(String reason) implements LogStatus {}

    /** The log is not the one that this node knew (restored from a backup, changed): it will not write again. */
    record Broken(String reason) implements LogStatus {}
}
