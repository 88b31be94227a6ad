package io.attestore.contract.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/**
 * Writes CBOR (RFC 8949) straight into memory that is wiped, each item in as few bytes as hold its value, lists and maps
 * with their sizes before them. Numbers with a fraction have 32 or 64 bits, since not every client reads 16.
 *
 * <p>Whoever calls keeps the order: as many items after a size as it says, a name before each value of a map. Not for
 * sharing between threads.
 */
public final class CborOutput {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int LIST = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;

    private static final int FALSE = 20;
    private static final int TRUE = 21;
    private static final int FOLLOWED_BY_1_BYTE = 24;
    private static final int FOLLOWED_BY_2_BYTES = 25;
    private static final int FOLLOWED_BY_4_BYTES = 26;
    private static final int FOLLOWED_BY_8_BYTES = 27;

    /** Seconds since the epoch (RFC 8949, section 3.4.2). */
    private static final int EPOCH_SECONDS = 1;

    private final WipingOutput output = new WipingOutput();

    public void startMap(int size) {
        head(MAP, size);
    }

    public void startList(int size) {
        head(LIST, size);
    }

    public void text(String value) {
        text(value.getBytes(UTF_8));
    }

    /** A string given as UTF-8; wiping the array stays with the caller. */
    public void text(byte[] utf8) {
        head(TEXT, utf8.length);
        output.write(utf8);
    }

    /** A byte string; wiping the array stays with the caller. */
    public void bytes(byte[] bytes) {
        head(BYTES, bytes.length);
        output.write(bytes);
    }

    public void number(long value) {
        if (value < 0) {
            head(NEGATIVE, -1 - value);
        } else {
            head(UNSIGNED, value);
        }
    }

    public void number(double value) {
        float shorter = (float) value;
        if (Double.compare(shorter, value) == 0) {
            followed(SIMPLE, FOLLOWED_BY_4_BYTES, Float.floatToIntBits(shorter), Integer.BYTES);
        } else {
            followed(SIMPLE, FOLLOWED_BY_8_BYTES, Double.doubleToLongBits(value), Long.BYTES);
        }
    }

    public void flag(boolean value) {
        head(SIMPLE, value ? TRUE : FALSE);
    }

    /** A point in time, in milliseconds' precision. */
    public void moment(Instant value) {
        head(TAG, EPOCH_SECONDS);
        long millis = value.toEpochMilli();
        if (millis % 1000 == 0) {
            number(millis / 1000);
        } else {
            number(millis / 1000.0);
        }
    }

    /** The bytes, which are the caller's to wipe; nothing of them is left here. */
    public byte[] take() {
        return output.take();
    }

    /** @param argument a size, a magnitude, a tag or a simple value's number; never negative */
    private void head(int majorType, long argument) {
        if (argument < FOLLOWED_BY_1_BYTE) {
            output.write(majorType << 5 | (int) argument);
        } else if (argument < 1L << 8) {
            followed(majorType, FOLLOWED_BY_1_BYTE, argument, 1);
        } else if (argument < 1L << 16) {
            followed(majorType, FOLLOWED_BY_2_BYTES, argument, 2);
        } else if (argument < 1L << 32) {
            followed(majorType, FOLLOWED_BY_4_BYTES, argument, 4);
        } else {
            followed(majorType, FOLLOWED_BY_8_BYTES, argument, 8);
        }
    }

    private void followed(int majorType, int additional, long value, int bytes) {
        output.write(majorType << 5 | additional);
        for (int i = bytes - 1; i >= 0; i--) {
            output.write((int) (value >> 8 * i));
        }
    }
}
