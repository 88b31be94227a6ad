package io.attestore.server.snapshots;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made smaller (RFC 1950), and back. */
final class Deflated {

    private static final int PLAIN_BYTES_MAX = 16 << 20;
    private static final int BUFFER_BYTES = 16 << 10;

    private Deflated() {}

    static byte[] of(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(BUFFER_BYTES);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #of} makes */
    static byte[] plain(byte[] deflated) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(4 * deflated.length);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                plain.write(buffer, 0, length);
                if (length == 0 || plain.size() > PLAIN_BYTES_MAX) {
                    throw new IllegalArgumentException("Stored bytes are cut off or too many");
                }
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("Stored bytes are not deflated", e);
        } finally {
            inflater.end();
        }
    }
}
