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
 * {@code HMAC(HMAC(HMAC(HMAC("AWS4" + secret, date), region), service), "aws4_request")} with SHA-256. Safe for many
 * threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS: Create
 *     a signed AWS API request, step 3</a>
 */
final class SigningKey {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] PREFIX = "AWS4".getBytes(US_ASCII);

    /** Has the key and is never used itself: each signature is the work of a copy, which costs less than a new one. */
    private final Mac original;

    private SigningKey(Mac original) {
        this.original = original;
    }

    static SigningKey derive(SecretBytes secret, CredentialScope scope) {
        try (SecretBytes start = prefixed(secret);
                SecretBytes ofDate = hmac(start, scope.date());
                SecretBytes ofRegion = hmac(ofDate, scope.region());
                SecretBytes ofService = hmac(ofRegion, scope.service());
                SecretBytes key = hmac(ofService, CredentialScope.TERMINATION)) {
            return new SigningKey(mac(key));
        }
    }

    byte[] sign(String stringToSign) {
        try {
            Mac copy = (Mac) original.clone();
            return copy.doFinal(stringToSign.getBytes(UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("This Java's HMAC-SHA-256 cannot be copied", impossible);
        }
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

    private static SecretBytes hmac(SecretBytes key, String text) {
        return SecretBytes.takingOwnershipOf(mac(key).doFinal(text.getBytes(UTF_8)));
    }

    private static Mac mac(SecretBytes key) {
        try (WipedKey lent = new WipedKey(HMAC, key)) {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(lent);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 could not sign", impossible);
        }
    }
}
