package io.attestore.audit.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.secret.SecretFile;
import io.attestore.cryptography.secret.SecretFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a webhook and its receiver share, and the signature made with it: HMAC-SHA256 over
 * {@code id.timestamp.body}. Not a record: nothing prints it. Safe for many threads.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public final class WebhookSecret {

    static final int BYTES_MIN = 24;
    static final int BYTES_MAX = 64;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FILE_BYTES_MAX = 1024;

    private final SecretKey key;

    private WebhookSecret(SecretKey key) {
        this.key = key;
    }

    /**
     * Reads a file that holds {@code whsec_} and 24 to 64 bytes in base64.
     *
     * @throws IllegalArgumentException if it holds anything else; the message does not repeat it
     * @throws SecretFileException if others than its owner may touch it, or it is too long to be one
     */
    public static WebhookSecret read(Path file) throws IOException {
        byte[] content = SecretFile.read(file, "webhook's secret", FILE_BYTES_MAX);
        byte[] bytes = {};
        try {
            bytes = decoded(content, file);
            if (bytes.length < BYTES_MIN || bytes.length > BYTES_MAX) {
                throw malformed(file);
            }
            return new WebhookSecret(new SecretKeySpec(bytes, ALGORITHM));
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The value of the header webhook-signature. */
    String signature(String id, Instant timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp.getEpochSecond() + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", impossible);
        }
    }

    private static byte[] decoded(byte[] content, Path file) {
        int end = content.length;
        while (end > 0 && content[end - 1] <= ' ') {
            end--;
        }
        byte[] prefix = PREFIX.getBytes(UTF_8);
        if (end <= prefix.length || !Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length)) {
            throw malformed(file);
        }
        byte[] text = Arrays.copyOfRange(content, prefix.length, end);
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw malformed(file);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static IllegalArgumentException malformed(Path file) {
        return new IllegalArgumentException(
                "The file " + file + " has to hold whsec_ and " + BYTES_MIN + " to " + BYTES_MAX + " bytes in base64");
    }
}
