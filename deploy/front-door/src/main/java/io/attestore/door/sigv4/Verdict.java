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
    record Rejected(Reason reason, String message) implements Verdict {

        /** The credential is scoped to another service than the one that is called. */
        public static Rejected ofOtherService(String called) {
            return new Rejected(
                    Reason.OTHER_SCOPE, "Credential should be scoped to correct service: '" + called + "'.");
        }
    }

    /** Kinds of rejection; a protocol gives each a code of its own. */
    enum Reason {
        /** No signature: neither an Authorization header nor one in the query string. */
        MISSING_TOKEN,
        /** The Authorization header, or what stands for it in the query string, lacks something or is malformed. */
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
