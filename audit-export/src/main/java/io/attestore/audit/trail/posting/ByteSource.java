package io.attestore.audit.trail.posting;

/** Reads what a {@link ByteSink} wrote. Bytes that it did not write end in {@link CorruptBlockException}. */
final class ByteSource {

    private final byte[] bytes;
    private final int end;
    private int next;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    boolean hasMore() {
        return next < end;
    }

    int offset() {
        return next;
    }

    void skipTo(int offset) {
        if (offset < next || offset > end) {
            throw new CorruptBlockException("A list reaches beyond its block");
        }
        next = offset;
    }

    long unsigned() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (next == end) {
                throw new CorruptBlockException("A number is cut off");
            }
            byte read = bytes[next++];
            number |= (read & 0x7FL) << shift;
            if (read >= 0) {
                return number;
            }
        }
        throw new CorruptBlockException("A number has too many bytes");
    }

    long signed() {
        long number = unsigned();
        return number >>> 1 ^ -(number & 1);
    }
}
