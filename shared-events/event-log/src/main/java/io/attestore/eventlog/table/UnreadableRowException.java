package io.attestore.eventlog.table;

/** A row of the log holds what the log never writes: a hash of another length, no tag where a tag is, too many bytes. */
public final class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    UnreadableRowException(long position, Exception cause) {
        super("The event at position " + position + " cannot be read: the log never writes such a row", cause);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
