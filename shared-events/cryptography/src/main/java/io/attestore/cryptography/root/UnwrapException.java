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
        /** It is damaged, was moved from another row, is a key of another kind, or is for another purpose. */
        NOT_AUTHENTIC,
        /** The key that it is wrapped under is not there any more: it was destroyed, or is of a later generation. */
        KEY_GONE
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

    public static UnwrapException notAuthentic() {
        return new UnwrapException(Reason.NOT_AUTHENTIC, "The wrapped key is damaged, of another row, kind or purpose");
    }

    public static UnwrapException keyGone(int group, int generation) {
        return new UnwrapException(
                Reason.KEY_GONE, "There is no key of generation " + generation + " of group " + group);
    }

    public Reason reason() {
        return reason;
    }
}
