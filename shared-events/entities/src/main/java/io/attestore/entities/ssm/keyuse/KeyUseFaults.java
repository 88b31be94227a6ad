package io.attestore.entities.ssm.keyuse;

import io.attestore.contract.operation.AwsFault;
import io.attestore.events.id.Arn;

/**
 * KMS's refusals of a key's use, as Parameter Store passes them on.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">Systems Manager: PutParameter</a>
 */
final class KeyUseFaults {

    private KeyUseFaults() {}

    /** KMS's own refusal, as Parameter Store passes it on. */
    static AwsFault invalidKeyId(String kmsMessage, String kmsCode, String requestId) {
        return AwsFault.client("InvalidKeyId", fromKms(kmsMessage, kmsCode, requestId));
    }

    static AwsFault keyDenied(Arn principal, String action, Arn key, String requestId) {
        return AwsFault.client(
                "AccessDeniedException",
                fromKms(notAuthorized(principal, action, key), "AccessDeniedException", requestId));
    }

    private static String notAuthorized(Arn principal, String action, Arn resource) {
        return "User: " + principal + " is not authorized to perform: " + action + " on resource: " + resource;
    }

    private static String fromKms(String message, String code, String requestId) {
        return message + " (Service: AWSKMS; Status Code: 400; Error Code: " + code + "; Request ID: " + requestId
                + ")";
    }
}
