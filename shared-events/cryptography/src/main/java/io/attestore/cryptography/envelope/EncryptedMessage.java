package io.attestore.cryptography.envelope;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.bytes.ByteFields;
import io.attestore.cryptography.material.EncryptionContext;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * A message of the AWS Encryption SDK: its plaintext sealed under a data key, and that data key encrypted, so that
 * whoever may use the KMS key that it names can open it with AWS's own tools. Immutable; not secret.
 *
 * <p>Format version 2, algorithm suite 0x0478 (AES-256-GCM, HKDF with SHA-512, key commitment, no signature), framed.
 * What is made here has one frame of at most {@value #PLAINTEXT_BYTES_MAX} bytes; what is read may have several.
 *
 * @see <a href="https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html">AWS Encryption
 *     SDK message format reference</a>
 * @see <a href="https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/algorithms-reference.html">AWS
 *     Encryption SDK algorithms reference</a>
 */
public final class EncryptedMessage {

    public static final int PLAINTEXT_BYTES_MAX = 8192;

    /** The length of a data key in bytes. */
    public static final int DATA_KEY_BYTES = AesGcm.KEY_BYTES;

    private static final int BYTES_MAX = 256 * 1024;

    private final MessageHeader header;
    private final byte[] tag;
    private final byte[] body;

    private EncryptedMessage(MessageHeader header, byte[] tag, byte[] body) {
        this.header = header;
        this.tag = tag;
        this.body = body;
    }

    /**
     * Seals a plaintext. The data key is for this one message: whoever made it wipes it.
     *
     * @throws IllegalArgumentException if the plaintext is too long, or the data key is not one of 32 bytes
     */
    public static EncryptedMessage seal(
            SecretBytes dataKey,
            EncryptedDataKey encryptedDataKey,
            EncryptionContext context,
            SecretBytes plaintext,
            SecureRandom random) {
        if (plaintext.length() > PLAINTEXT_BYTES_MAX) {
            throw new IllegalArgumentException("A plaintext has at most " + PLAINTEXT_BYTES_MAX + " bytes");
        }
        byte[] messageId = new byte[MessageHeader.MESSAGE_ID_BYTES];
        random.nextBytes(messageId);
        try (MessageKeys keys = MessageKeys.derive(dataKey, messageId);
                SecretBytes nothing = SecretBytes.takingOwnershipOf(new byte[0])) {
            MessageHeader header = MessageHeader.of(
                    messageId, context, List.of(encryptedDataKey), PLAINTEXT_BYTES_MAX, keys.commitment());
            byte[] tag = AesGcm.seal(keys.sealing(), MessageHeader.iv(), header.encoded(), nothing);
            return new EncryptedMessage(header, tag, MessageFrames.sealSingle(keys.sealing(), messageId, plaintext));
        }
    }

    /** Reads a message of any origin. Empty if it is none of this format and suite; {@link #open} proves the rest. */
    public static Optional<EncryptedMessage> parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return Optional.empty();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            MessageHeader header = MessageHeader.read(in);
            byte[] tag = ByteFields.take(in, AesGcm.TAG_BYTES);
            return Optional.of(new EncryptedMessage(header, tag, ByteFields.take(in, in.remaining())));
        } catch (MalformedMessageException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    /** The pairs that the message carries in clear. Unproven until opened. */
    public EncryptionContext context() {
        return header.context();
    }

    /** At least one. Unproven until opened. */
    public List<EncryptedDataKey> dataKeys() {
        return header.dataKeys();
    }

    /**
     * The plaintext, or empty if the message is not authentic under this data key. Whoever receives it closes it.
     *
     * @throws IllegalArgumentException if the data key is not one of 32 bytes
     */
    public Optional<SecretBytes> open(SecretBytes dataKey) {
        try (MessageKeys keys = MessageKeys.derive(dataKey, header.messageId())) {
            if (!MessageDigest.isEqual(keys.commitment(), header.commitment())) {
                return Optional.empty();
            }
            Optional<SecretBytes> authentic = AesGcm.open(keys.sealing(), MessageHeader.iv(), header.encoded(), tag);
            authentic.ifPresent(SecretBytes::close);
            return authentic.isEmpty()
                    ? Optional.empty()
                    : MessageFrames.open(keys.sealing(), header, ByteBuffer.wrap(body));
        }
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(header.encoded().length + tag.length + body.length)
                .put(header.encoded())
                .put(tag)
                .put(body)
                .array();
    }

    @Override
    public String toString() {
        return "EncryptedMessage[dataKeys=" + header.dataKeys() + "]";
    }
}
