package io.attestore.contract.output;

import java.io.OutputStream;
import java.util.Arrays;

/** Collects bytes that may be secret: the arrays it outgrows are overwritten. Not for sharing between threads. */
public final class WipingOutput extends OutputStream {

    /** Most of what is recorded and answered fits, so that little has to be cleared before and wiped after. */
    private static final int FIRST_BYTES = 256;

    private byte[] buffer = new byte[FIRST_BYTES];
    private int size;

    @Override
    public void write(int value) {
        require(1);
        buffer[size++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        require(length);
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    /** What was written; this stream is empty and overwritten afterwards. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, size);
        Arrays.fill(buffer, (byte) 0);
        size = 0;
        return taken;
    }

    private void require(int more) {
        if (buffer.length - size < more) {
            byte[] outgrown = buffer;
            buffer = Arrays.copyOf(outgrown, Math.max(outgrown.length * 2, Math.addExact(size, more)));
            Arrays.fill(outgrown, (byte) 0);
        }
    }
}
