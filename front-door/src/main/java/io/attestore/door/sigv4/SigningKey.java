package io.attestore.door.sigv4;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.aead.WipedKey;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * A key derived from an access key's secret for one credential scope:
 * {@code HMAC(HMAC(HMAC(HMAC("AWS4" + secret, date), region), service), "aws4_request")} with SHA-256.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: Create
 *     a signed AWS API request, step 3</a>
 */
final class SigningKey {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PREFIX = "AWS4".getBytes(US_ASCII);

    private final SecretBytes key;

    private SigningKey(SecretBytes key) {
        this.key = key;
    }

    static SigningKey derive(SecretBytes secret, CredentialScope scope) {
        try (SecretBytes start = prefixed(secret);
                SecretBytes ofDate = SecretBytes.takingOwnershipOf(hmac(start, scope.date()));
                SecretBytes ofRegion = SecretBytes.takingOwnershipOf(hmac(ofDate, scope.region()));
                SecretBytes ofService = SecretBytes.takingOwnershipOf(hmac(ofRegion, scope.service()))) {
            return new SigningKey(SecretBytes.takingOwnershipOf(hmac(ofService, CredentialScope.TERMINATION)));
        }
    }

    byte[] sign(String stringToSign) {
        return hmac(key, stringToSign);
    }

    @Override
    public String toString() {
        return "SigningKey[redacted]";
    }

    private static SecretBytes prefixed(SecretBytes secret) {
        return secret.withBytes(InsecureSecretAccess.get(), bytes -> {
            byte[] start = Arrays.copyOf(PREFIX, PREFIX.length + bytes.length);
            System.arraycopy(bytes, 0, start, PREFIX.length, bytes.length);
            return SecretBytes.takingOwnershipOf(start);
        });
    }

    private static byte[] hmac(SecretBytes key, String text) {
        try (WipedKey lent = new WipedKey(HMAC, key)) {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(lent);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 could not sign", impossible);
        }
    }
}
