package io.attestore.door.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.events.id.AccountRegion;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes and opens NextTokens: opaque to the client, of no use for another operation, account or Region, and refused if
 * a single bit was changed. Authentic, not secret: whoever holds a token can read the place it tells.
 *
 * <p>A token is base64url without padding of {@code version (1 byte, 1) | payload (UTF-8) | tag (32 bytes)}. The tag is
 * over {@code version | length | operation | length | account | length | region | payload}, each length one byte. Safe
 * for many threads.
 */
public final class PageTokens {

    /** The longest payload, in bytes of UTF-8. */
    public static final int PAYLOAD_BYTES_MAX = 4096;

    private static final byte VERSION = 1;
    private static final int BYTES_MAX = 1 + PAYLOAD_BYTES_MAX + Authenticator.TAG_BYTES;
    private static final int TOKEN_LENGTH_MAX = (BYTES_MAX * 4 + 2) / 3;

    private final Authenticator authenticator;

    /** @param authenticator for the purpose of paging alone; closing it stays with the caller */
    public PageTokens(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** The token that continues an operation's pages at the place that the payload tells. */
    public String seal(String operation, AccountRegion where, String payload) {
        byte[] content = payload.getBytes(UTF_8);
        if (content.length > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("A paging token holds at most " + PAYLOAD_BYTES_MAX + " bytes");
        }
        byte[] tag = authenticator.tag(message(operation, where, content));
        byte[] token = ByteBuffer.allocate(1 + content.length + tag.length)
                .put(VERSION)
                .put(content)
                .put(tag)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The payload; empty if this store has not made the token for this operation and namespace. */
    public Optional<String> open(String operation, AccountRegion where, String token) {
        return decoded(token).flatMap(bytes -> {
            byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length - Authenticator.TAG_BYTES);
            byte[] tag = Arrays.copyOfRange(bytes, bytes.length - Authenticator.TAG_BYTES, bytes.length);
            return authenticator.verify(message(operation, where, content), tag) ? text(content) : Optional.empty();
        });
    }

    /** The bytes of a token of the right form. One token has one text: no other spelling of its last digit. */
    private static Optional<byte[]> decoded(String token) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(token);
            boolean formed = canonical && bytes.length > Authenticator.TAG_BYTES && bytes[0] == VERSION;
            return formed ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] message(String operation, AccountRegion where, byte[] content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(VERSION);
        for (String part :
                new String[] {operation, where.account().value(), where.region().value()}) {
            byte[] bytes = part.getBytes(UTF_8);
            if (bytes.length > 255) {
                throw new IllegalArgumentException("The name of an operation has at most 255 bytes");
            }
            message.write(bytes.length);
            message.writeBytes(bytes);
        }
        message.writeBytes(content);
        return message.toByteArray();
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException impossible) {
            return Optional.empty();
        }
    }
}
