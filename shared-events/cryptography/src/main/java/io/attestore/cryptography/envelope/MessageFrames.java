package io.attestore.cryptography.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.bytes.ByteFields;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of a message: frames of one length and a last one that is as long or shorter, each sealed by itself and bound
 * to the message, its number and its length.
 *
 * <pre>
 * frame:       number (4), from 1 | IV (12) | content | tag (16)
 * last frame:  0xFFFFFFFF (4) | number (4) | IV (12) | length of the content (4) | content | tag (16)
 * </pre>
 *
 * @see <a href="https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/body-aad-reference.html">Body AAD
 *     reference</a>
 */
final class MessageFrames {

    private static final int LAST = 0xFFFFFFFF;
    private static final byte[] FRAME = "AWSKMSEncryptionClient Frame".getBytes(US_ASCII);
    private static final byte[] LAST_FRAME = "AWSKMSEncryptionClient Final Frame".getBytes(US_ASCII);

    private MessageFrames() {}

    /** The only frame of a message whose plaintext is no longer than a frame. */
    static byte[] sealSingle(SecretBytes key, byte[] messageId, SecretBytes plaintext) {
        byte[] iv = iv(1);
        byte[] sealed = AesGcm.seal(key, iv, associatedData(messageId, LAST_FRAME, 1, plaintext.length()), plaintext);
        return ByteBuffer.allocate(2 * Integer.BYTES + iv.length + Integer.BYTES + sealed.length)
                .putInt(LAST)
                .putInt(1)
                .put(iv)
                .putInt(plaintext.length())
                .put(sealed)
                .array();
    }

    /** The plaintext of all frames; empty if one is malformed or not authentic, or if anything follows the last one. */
    static Optional<SecretBytes> open(SecretBytes key, MessageHeader header, ByteBuffer in) {
        List<SecretBytes> opened = new ArrayList<>();
        try {
            boolean last = false;
            for (int number = 1; !last; number++) {
                last = in.getInt(in.position()) == LAST;
                Optional<SecretBytes> content =
                        last ? openLast(key, header, in, number) : openFrame(key, header, in, number);
                if (content.isEmpty()) {
                    return Optional.empty();
                }
                opened.add(content.get());
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(joined(opened));
        } catch (BufferUnderflowException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        } finally {
            opened.forEach(SecretBytes::close);
        }
    }

    private static Optional<SecretBytes> openFrame(SecretBytes key, MessageHeader header, ByteBuffer in, int number) {
        if (in.getInt() != number) {
            return Optional.empty();
        }
        byte[] iv = ByteFields.take(in, AesGcm.IV_BYTES);
        return openContent(key, header, in, iv, FRAME, number, header.frameLength());
    }

    private static Optional<SecretBytes> openLast(SecretBytes key, MessageHeader header, ByteBuffer in, int number) {
        in.getInt();
        if (in.getInt() != number) {
            return Optional.empty();
        }
        byte[] iv = ByteFields.take(in, AesGcm.IV_BYTES);
        int length = in.getInt();
        return length < 0 || length > header.frameLength()
                ? Optional.empty()
                : openContent(key, header, in, iv, LAST_FRAME, number, length);
    }

    private static Optional<SecretBytes> openContent(
            SecretBytes key, MessageHeader header, ByteBuffer in, byte[] iv, byte[] kind, int number, int length) {
        byte[] sealed = ByteFields.take(in, length + AesGcm.TAG_BYTES);
        return AesGcm.open(key, iv, associatedData(header.messageId(), kind, number, length), sealed);
    }

    private static byte[] associatedData(byte[] messageId, byte[] kind, int number, int length) {
        return ByteBuffer.allocate(messageId.length + kind.length + Integer.BYTES + Long.BYTES)
                .put(messageId)
                .put(kind)
                .putInt(number)
                .putLong(length)
                .array();
    }

    private static byte[] iv(int number) {
        return ByteBuffer.allocate(AesGcm.IV_BYTES).putLong(0).putInt(number).array();
    }

    private static SecretBytes joined(List<SecretBytes> parts) {
        byte[] whole = new byte[parts.stream().mapToInt(SecretBytes::length).sum()];
        int at = 0;
        for (SecretBytes part : parts) {
            int offset = at;
            part.useBytes(InsecureSecretAccess.get(), bytes -> System.arraycopy(bytes, 0, whole, offset, bytes.length));
            at += part.length();
        }
        return SecretBytes.takingOwnershipOf(whole);
    }
}
