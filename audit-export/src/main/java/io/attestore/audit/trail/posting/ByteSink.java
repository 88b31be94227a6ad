package io.attestore.audit.trail.posting;

import java.util.Arrays;

/** Bytes that grow. Whole numbers are written seven bits a byte, the lowest first, with the high bit on all but the last. */
final class ByteSink {

    /** The longest that a number can become. */
    static final int NUMBER_BYTES_MAX = 10;

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        this.bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    /** Writes a number, which is taken as unsigned. */
    void unsigned(long number) {
        ensure(NUMBER_BYTES_MAX);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes a number of either sign, short if it is near zero. */
    void signed(long number) {
        unsigned(number << 1 ^ number >> 63);
    }

    void all(ByteSink other) {
        ensure(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
