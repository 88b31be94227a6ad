package io.attestore.policy.document;

/** A policy document is none, in IAM's words. Expected, so it has no stack trace. */
public final class MalformedPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    public MalformedPolicyException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    /** What is wrong with it. */
    public String text() {
        return text;
    }
}
