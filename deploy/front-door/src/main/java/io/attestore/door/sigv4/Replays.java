package io.attestore.door.sigv4;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.Verdict.Reason;
import io.attestore.door.sigv4.Verdict.Rejected;
import io.attestore.events.id.AccountId;

/**
 * Knows again what was asked for before: Signature Version 4 lets whoever has seen a request send it once more for as
 * long as its time is accepted. Asked about requests with a valid signature only. Safe for many threads.
 */
public interface Replays {

    /** Replays are let through, as AWS does. */
    Replays ALLOWED = new Replays() {
        @Override
        public Seen see(HttpRequest request, AccountId account) {
            return Seen.FIRST_TIME;
        }

        @Override
        public void forget(HttpRequest request) {}
    };

    /** What a replay is answered, in the form of AWS's answer to a signature that is not accepted. */
    Rejected REJECTED = new Rejected(
            Reason.MISMATCH, "Signature already used: this request has been received before. Sign each request anew.");

    /** What is known of a request. */
    enum Seen {
        /** It is here for the first time, and from now on known. */
        FIRST_TIME,
        /** It was here before, or could have been. */
        AGAIN,
        /** It cannot be told, since there are more requests than can be remembered. */
        TOO_MANY
    }

    /** @param account whose the request is */
    Seen see(HttpRequest request, AccountId account);

    /** The request was not carried out, for certain, so that the same may come again. */
    void forget(HttpRequest request);
}
