package io.attestore.command.ssm.policy.putresourcepolicy;

/**
 * A text is no policy that a parameter can have. The message tells why and quotes nothing. Expected, so without a
 * trace.
 */
final class MalformedPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String reason) {
        super(reason, null, false, false);
    }

    static void require(boolean kept, String rule) throws MalformedPolicyException {
        if (!kept) {
            throw new MalformedPolicyException(rule);
        }
    }
}
