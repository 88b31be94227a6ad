package io.attestore.cryptography.group;

/** The keys of the groups cannot be used as they are; the message tells the operator what to mend, and no key. */
public final class GroupKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean otherRootKey;

    public GroupKeyException(String message) {
        super(message);
        this.otherRootKey = false;
    }

    public GroupKeyException(String message, Throwable cause) {
        super(message, cause);
        this.otherRootKey = false;
    }

    private GroupKeyException(String message, boolean otherRootKey) {
        super(message);
        this.otherRootKey = otherRootKey;
    }

    static GroupKeyException otherRootKey(String message) {
        return new GroupKeyException(message, true);
    }

    /** Whether the keys are under another root key than the one that was given. */
    public boolean isOfOtherRootKey() {
        return otherRootKey;
    }
}
