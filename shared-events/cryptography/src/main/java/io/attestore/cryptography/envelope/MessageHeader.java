package io.attestore.cryptography.envelope;

import static io.attestore.cryptography.bytes.ByteFields.take;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.material.EncryptionContext;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a message of format version 2, up to its authentication tag. Numbers are big endian.
 *
 * <pre>
 * bytes  field
 *     1  format version, 2
 *     2  algorithm suite, 0x0478
 *    32  message id
 *     2  length of the encryption context that follows, 0 if it is empty
 *        number of pairs (2), then per pair: length (2) | key | length (2) | value, sorted by the key's bytes
 *     2  number of encrypted data keys
 *        per key: length (2) | provider | length (2) | provider's information | length (2) | ciphertext
 *     1  content type, 2 = framed
 *     4  frame length
 *    32  key commitment
 * </pre>
 *
 * <p>Immutable as long as nobody in this package writes into its arrays.
 */
final class MessageHeader {

    static final int MESSAGE_ID_BYTES = 32;
    static final int COMMITMENT_BYTES = 32;
    static final short SUITE = 0x0478;

    /** Data keys of one message; ours has one. */
    static final int DATA_KEYS_MAX = 16;

    static final int FRAME_BYTES_MAX = 64 * 1024;

    private static final byte FORMAT_VERSION = 2;
    private static final byte FRAMED = 2;
    private static final int PAIRS_MAX = 1024;

    private final byte[] messageId;
    private final EncryptionContext context;
    private final List<EncryptedDataKey> dataKeys;
    private final int frameLength;
    private final byte[] commitment;
    private final byte[] encoded;

    private MessageHeader(
            byte[] messageId,
            EncryptionContext context,
            List<EncryptedDataKey> dataKeys,
            int frameLength,
            byte[] commitment,
            byte[] encoded) {
        this.messageId = messageId;
        this.context = context;
        this.dataKeys = dataKeys;
        this.frameLength = frameLength;
        this.commitment = commitment;
        this.encoded = encoded;
    }

    static MessageHeader of(
            byte[] messageId,
            EncryptionContext context,
            List<EncryptedDataKey> dataKeys,
            int frameLength,
            byte[] commitment) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(encoded)) {
            out.writeByte(FORMAT_VERSION);
            out.writeShort(SUITE);
            out.write(messageId);
            writeField(out, pairs(context));
            out.writeShort(dataKeys.size());
            for (EncryptedDataKey dataKey : dataKeys) {
                writeField(out, dataKey.provider().getBytes(UTF_8));
                writeField(out, dataKey.providerInformation().getBytes(UTF_8));
                writeField(out, dataKey.ciphertext());
            }
            out.writeByte(FRAMED);
            out.writeInt(frameLength);
            out.write(commitment);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new MessageHeader(
                messageId, context, List.copyOf(dataKeys), frameLength, commitment, encoded.toByteArray());
    }

    /**
     * Reads a header and leaves the buffer behind it.
     *
     * @throws MalformedMessageException if it is not one of this format, suite and content type
     */
    static MessageHeader read(ByteBuffer in) throws MalformedMessageException {
        int start = in.position();
        try {
            if (in.get() != FORMAT_VERSION || in.getShort() != SUITE) {
                throw new MalformedMessageException();
            }
            byte[] messageId = take(in, MESSAGE_ID_BYTES);
            EncryptionContext context = context(ByteBuffer.wrap(takeField(in)));
            List<EncryptedDataKey> dataKeys = dataKeys(in);
            byte contentType = in.get();
            int frameLength = in.getInt();
            if (contentType != FRAMED || frameLength < 1 || frameLength > FRAME_BYTES_MAX) {
                throw new MalformedMessageException();
            }
            byte[] commitment = take(in, COMMITMENT_BYTES);
            byte[] encoded = new byte[in.position() - start];
            in.get(start, encoded);
            return new MessageHeader(messageId, context, dataKeys, frameLength, commitment, encoded);
        } catch (BufferUnderflowException | IllegalArgumentException | CharacterCodingException malformed) {
            throw new MalformedMessageException();
        }
    }

    byte[] messageId() {
        return messageId;
    }

    EncryptionContext context() {
        return context;
    }

    List<EncryptedDataKey> dataKeys() {
        return dataKeys;
    }

    int frameLength() {
        return frameLength;
    }

    byte[] commitment() {
        return commitment;
    }

    /** The bytes that the tag authenticates. */
    byte[] encoded() {
        return encoded;
    }

    /** The IV of the header's tag and of nothing else: frames count from 1. */
    static byte[] iv() {
        return new byte[AesGcm.IV_BYTES];
    }

    private static byte[] pairs(EncryptionContext context) throws IOException {
        if (context.pairs().isEmpty()) {
            return new byte[0];
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(encoded);
        out.writeShort(context.pairs().size());
        for (Map.Entry<String, String> pair : context.pairs().entrySet()) {
            writeField(out, pair.getKey().getBytes(UTF_8));
            writeField(out, pair.getValue().getBytes(UTF_8));
        }
        return encoded.toByteArray();
    }

    private static EncryptionContext context(ByteBuffer in) throws MalformedMessageException, CharacterCodingException {
        if (!in.hasRemaining()) {
            return EncryptionContext.EMPTY;
        }
        int count = Short.toUnsignedInt(in.getShort());
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(count, PAIRS_MAX); i++) {
            pairs.put(text(takeField(in)), text(takeField(in)));
        }
        if (pairs.size() != count || in.hasRemaining()) {
            throw new MalformedMessageException();
        }
        return EncryptionContext.of(pairs);
    }

    private static List<EncryptedDataKey> dataKeys(ByteBuffer in)
            throws MalformedMessageException, CharacterCodingException {
        int count = Short.toUnsignedInt(in.getShort());
        if (count < 1 || count > DATA_KEYS_MAX) {
            throw new MalformedMessageException();
        }
        List<EncryptedDataKey> dataKeys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dataKeys.add(new EncryptedDataKey(text(takeField(in)), text(takeField(in)), takeField(in)));
        }
        return List.copyOf(dataKeys);
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static void writeField(DataOutputStream out, byte[] field) throws IOException {
        out.writeShort(field.length);
        out.write(field);
    }

    private static byte[] takeField(ByteBuffer in) {
        return take(in, Short.toUnsignedInt(in.getShort()));
    }
}
