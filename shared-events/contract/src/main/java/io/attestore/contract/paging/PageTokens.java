package io.attestore.contract.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.root.Authenticator;
import io.attestore.cryptography.root.TokenCipher;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Makes and opens NextTokens, which are opaque: neither a token nor its length tells the place where the pages go on, and
 * none is of use for another request than its own. Anything else is no token, whatever is wrong with it.
 *
 * <p>A token is base64url without padding of {@code version (1 byte, 2) | sealed (length of place, 2 bytes | place,
 * UTF-8 | zeros)}, sealed by {@link TokenCipher} with {@code version | request} as associated data. Safe for many
 * threads.
 */
public final class PageTokens {

    /** The longest place, in bytes of UTF-8. */
    public static final int PLACE_BYTES_MAX = 4096;

    private static final byte VERSION = 2;
    private static final int LENGTH_BYTES = Short.BYTES;
    private static final int BYTES_MIN = 1 + TokenCipher.OVERHEAD_BYTES + LENGTH_BYTES;
    private static final int BYTES_MAX = BYTES_MIN + 2 * PLACE_BYTES_MAX;
    private static final int TOKEN_LENGTH_MAX = (BYTES_MAX * 4 + 2) / 3;

    private final TokenCipher cipher;

    /** @param authenticator derives keys for the purpose of paging alone; closing it stays with the caller */
    public PageTokens(Authenticator authenticator, SecureRandom random) {
        this.cipher = new TokenCipher(authenticator, random);
    }

    /** The token that continues a request's pages at a place. */
    public String seal(PageRequest request, String place) {
        byte[] text = place.getBytes(UTF_8);
        if (text.length > PLACE_BYTES_MAX) {
            throw new IllegalArgumentException("A place has at most " + PLACE_BYTES_MAX + " bytes");
        }
        byte[] sealed = cipher.seal(padded(text, request.placeBytes()), bound(request));
        byte[] token =
                ByteBuffer.allocate(1 + sealed.length).put(VERSION).put(sealed).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The place; empty if this store has not made the token for this very request. */
    public Optional<String> open(PageRequest request, String token) {
        return decoded(token)
                .flatMap(bytes -> cipher.open(Arrays.copyOfRange(bytes, 1, bytes.length), bound(request)))
                .flatMap(PageTokens::place);
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
            boolean formed = canonical && bytes.length >= BYTES_MIN && bytes[0] == VERSION;
            return formed ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] bound(PageRequest request) {
        byte[] bytes = request.toBytes();
        return ByteBuffer.allocate(1 + bytes.length).put(VERSION).put(bytes).array();
    }

    private static byte[] padded(byte[] text, int block) {
        int blocks = Math.max(1, Math.ceilDiv(text.length, block));
        return ByteBuffer.allocate(LENGTH_BYTES + blocks * block)
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    private static Optional<String> place(byte[] padded) {
        ByteBuffer bytes = ByteBuffer.wrap(padded);
        int length = bytes.getShort();
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(bytes.slice().limit(length)).toString());
        } catch (CharacterCodingException impossible) {
            return Optional.empty();
        }
    }
}
