package io.attestore.server.shredding;

/** What has been reached in a roll: a server may end after each, or between any two. */
public enum RollStep {
    /** The next keys are on the disk; nothing is under them. */
    NEXT_KEYS_DURABLE,
    /** So are the marks of the directory that has them, and the database knows. */
    DIRECTORY_MARKED,
    /** The rows of a group have been wrapped anew, in a transaction that is not committed. */
    REWRAPPED,
    /** That transaction is committed. */
    COMMITTED,
    /** Every standby has replayed all of them. */
    REPLAYED,
    /** The keys of before are overwritten on the disk. */
    OVERWRITTEN,
    /** The receipt is in the log. */
    RECORDED
}
