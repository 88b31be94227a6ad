package io.attestore.cryptography.root;

/**
 * A wrapped key did not open. A fault of the store's key table or of its configuration, never of a caller; the message
 * names no key material.
 */
public final class UnwrapException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What an operator has to look at. */
    public enum Reason {
        /** Another root key wrapped it: the store was started with the wrong one. */
        OTHER_ROOT_KEY,
        /** It is damaged, was moved from another row, or is a key of another kind. */
        NOT_AUTHENTIC
    }

    private final Reason reason;

    private UnwrapException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static UnwrapException otherRootKey(RootKeyId wrappedBy, RootKeyId held) {
        return new UnwrapException(
                Reason.OTHER_ROOT_KEY, "The key was wrapped by root key " + wrappedBy + ", and this is " + held);
    }

    static UnwrapException notAuthentic() {
        return new UnwrapException(
                Reason.NOT_AUTHENTIC, "The wrapped key is damaged, of another row or of another kind");
    }

    public Reason reason() {
        return reason;
    }
}
