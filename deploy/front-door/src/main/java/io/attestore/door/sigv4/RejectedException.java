package io.attestore.door.sigv4;

import io.attestore.door.sigv4.Verdict.Reason;
import io.attestore.door.sigv4.Verdict.Rejected;

/** Ends the verification early, inside this package. Expected, so it has no stack trace. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String words;

    RejectedException(Reason reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
    }

    RejectedException(Rejected verdict) {
        this(verdict.reason(), verdict.message());
    }

    static RejectedException incomplete(String words) {
        return new RejectedException(Reason.INCOMPLETE, words);
    }

    static RejectedException mismatch(String words) {
        return new RejectedException(Reason.MISMATCH, words);
    }

    static RejectedException notCurrent(String words) {
        return new RejectedException(Reason.NOT_CURRENT, words);
    }

    static RejectedException otherScope(String words) {
        return new RejectedException(Reason.OTHER_SCOPE, words);
    }

    Rejected verdict() {
        return new Rejected(reason, words);
    }
}
