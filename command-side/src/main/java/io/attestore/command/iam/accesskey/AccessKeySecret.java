package io.attestore.command.iam.accesskey;

import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The secret half of a new access key: 30 random bytes, as the 40 characters of base64 that AWS's have. */
final class AccessKeySecret {

    private static final int RANDOM_BYTES = 30;

    private AccessKeySecret() {}

    /** Whoever asks closes it, or hands it to an answer, which is wiped once it is written. */
    static SecretBytes generate(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        try {
            return SecretBytes.takingOwnershipOf(Base64.getEncoder().encode(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
