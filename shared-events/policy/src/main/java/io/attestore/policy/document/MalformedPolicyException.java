package io.attestore.policy.document;

/** A text is no policy document of its kind. The message is AWS's and shows nothing but what the caller wrote. */
public final class MalformedPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    MalformedPolicyException(String message) {
        super(message, null, false, false);
        this.text = message;
    }

    /** AWS's text. */
    public String text() {
        return text;
    }
}
