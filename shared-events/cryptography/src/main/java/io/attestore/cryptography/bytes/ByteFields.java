package io.attestore.cryptography.bytes;

import java.nio.ByteBuffer;

/** Fields of a format that is written out in bytes. */
public final class ByteFields {

    private ByteFields() {}

    /** The next bytes. */
    public static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }

    public static byte[] concatenate(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
