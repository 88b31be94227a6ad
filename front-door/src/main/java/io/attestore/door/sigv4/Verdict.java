package io.attestore.door.sigv4;

/** What came of verifying a signature. */
public sealed interface Verdict {

    /** The request is the caller's, unchanged and fresh. */
    record Verified(Caller caller) implements Verdict {}

    /**
     * The request is nobody's.
     *
     * @param message AWS's words; never the signature or what was computed
     */
    record Rejected(Reason reason, String message) implements Verdict {}

    /** Kinds of rejection; a protocol gives each a code of its own. */
    enum Reason {
        /** No Authorization header. */
        MISSING_TOKEN,
        /** The Authorization header lacks something or is malformed. */
        INCOMPLETE,
        /** No such access key, or a session token, which no key of this server has. */
        UNKNOWN_KEY,
        /** The signature is another one, or leaves out what it must cover. */
        MISMATCH,
        /** The signature is too old or too early. */
        NOT_CURRENT,
        /** The credential is scoped to another day or service, or to none that can be. */
        OTHER_SCOPE
    }
}
