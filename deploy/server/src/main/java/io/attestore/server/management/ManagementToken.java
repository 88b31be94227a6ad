package io.attestore.server.management;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.attestore.cryptography.secret.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The token that a request to the management port has to bear (RFC 6750). Only its digest is kept. Safe for many threads.
 */
final class ManagementToken {

    private static final String SCHEME = "bearer ";
    private static final int BYTES_MIN = 16;
    private static final int BYTES_MAX = 1024;

    private final byte[] digest;

    private ManagementToken(byte[] digest) {
        this.digest = digest;
    }

    /** @throws IllegalArgumentException if it holds no such token; the message does not repeat it */
    static ManagementToken read(Path file) {
        byte[] token = bytes(file);
        try {
            if (token.length < BYTES_MIN || !isPrintable(token)) {
                throw new IllegalArgumentException(
                        "The file " + file + " of attestore.management.token-file has to hold " + BYTES_MIN + " to "
                                + BYTES_MAX + " printable characters without spaces");
            }
            return new ManagementToken(digest(token));
        } finally {
            Arrays.fill(token, (byte) 0);
        }
    }

    /** Whether the value of an Authorization field bears it, in a time that does not depend on where they differ. */
    boolean isIn(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(ISO_8859_1);
        return MessageDigest.isEqual(digest, digest(given));
    }

    private static byte[] bytes(Path file) {
        try {
            return SecretFile.readLine(file, "management token file", BYTES_MAX);
        } catch (IOException e) {
            throw new UncheckedIOException("The management token file " + file + " cannot be read", e);
        }
    }

    private static boolean isPrintable(byte[] token) {
        for (byte character : token) {
            if (character <= ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static byte[] digest(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
