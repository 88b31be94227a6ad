package io.attestore.policy.document;

/** A text is no policy document of its kind. The message is AWS's and shows nothing but what the caller wrote. */
public final class MalformedPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message) {
        super(message, null, false, false);
    }
}
