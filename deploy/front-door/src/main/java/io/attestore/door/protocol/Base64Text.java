package io.attestore.door.protocol;

import io.attestore.cryptography.secret.SecretBytes;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Base64;

/** Base64 of RFC 4648 section 4, strictly: padded, without line breaks, and no String on the way. */
final class Base64Text {

    private Base64Text() {}

    /** @throws MalformedInputException if it is not base64 */
    static SecretBytes decode(CharBuffer characters) {
        if (characters.remaining() % 4 != 0) {
            throw malformed();
        }
        byte[] ascii = new byte[characters.remaining()];
        try {
            for (int i = 0; i < ascii.length; i++) {
                char character = characters.get(characters.position() + i);
                ascii[i] = character < 0x80 ? (byte) character : 0;
            }
            return SecretBytes.takingOwnershipOf(Base64.getDecoder().decode(ascii));
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        } finally {
            Arrays.fill(ascii, (byte) 0);
        }
    }

    private static MalformedInputException malformed() {
        return new MalformedInputException("A blob is not valid base64.");
    }
}
