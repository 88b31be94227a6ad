package io.attestore.cryptography.root;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.util.Arrays;
import java.util.Base64;

/**
 * The root key as text, for a file, a systemd credential or an environment variable: one line,
 * {@code attestore-root-key-v1:} followed by the 32 bytes in base64 (RFC 4648, section 4, padded). White space after it
 * is ignored.
 */
public final class RootKeyText {

    private static final byte[] PREFIX = "attestore-root-key-v1:".getBytes(US_ASCII);
    private static final int BASE64_BYTES = 44;

    private RootKeyText() {}

    /**
     * Reads a root key from its text.
     *
     * @throws RootKeyException if the text is not a root key; the message never repeats it
     */
    public static RootKey parse(SecretBytes text) {
        return text.withBytes(InsecureSecretAccess.get(), RootKeyText::parse);
    }

    /**
     * Reads a root key from an environment variable. The JVM keeps such a String for good; a file or a systemd
     * credential is the better place.
     *
     * @throws RootKeyException if the text is not a root key; the message never repeats it
     */
    public static RootKey parseEnvironmentVariable(String text) {
        if (text.length() > 2 * (PREFIX.length + BASE64_BYTES)) {
            throw notARootKey();
        }
        try (SecretBytes bytes = SecretBytes.takingOwnershipOf(text.getBytes(US_ASCII))) {
            return parse(bytes);
        }
    }

    /** The text of a root key, with a line feed at its end. */
    static SecretBytes of(RootKey rootKey) {
        byte[] line = Arrays.copyOf(PREFIX, PREFIX.length + BASE64_BYTES + 1);
        try (SecretBytes key = rootKey.copyKey()) {
            key.useBytes(InsecureSecretAccess.get(), bytes -> {
                byte[] base64 = Base64.getEncoder().encode(bytes);
                System.arraycopy(base64, 0, line, PREFIX.length, BASE64_BYTES);
                Arrays.fill(base64, (byte) 0);
            });
        }
        line[line.length - 1] = '\n';
        return SecretBytes.takingOwnershipOf(line);
    }

    private static RootKey parse(byte[] text) {
        int end = text.length;
        while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' ')) {
            end--;
        }
        if (end != PREFIX.length + BASE64_BYTES || !Arrays.equals(text, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            throw notARootKey();
        }
        byte[] base64 = Arrays.copyOfRange(text, PREFIX.length, end);
        try (SecretBytes key = SecretBytes.takingOwnershipOf(Base64.getDecoder().decode(base64))) {
            if (key.length() != RootKey.KEY_BYTES) {
                throw notARootKey();
            }
            return RootKey.of(key);
        } catch (IllegalArgumentException notBase64) {
            throw notARootKey();
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static RootKeyException notARootKey() {
        return new RootKeyException("Not a root key: expected one line, attestore-root-key-v1: and 32 bytes in base64");
    }
}
