package io.attestore.cryptography.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * SipHash-2-4: 64 bits that nobody can foresee who does not know the key. Not for anything that leaves the process: 64
 * bits are too few where somebody can try. Immutable.
 *
 * @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">SipHash: a fast short-input PRF</a>
 */
public final class SipHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0;
    private final long key1;

    public SipHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Under a key that nobody knows. */
    public static SipHash random(SecureRandom random) {
        return new SipHash(random.nextLong(), random.nextLong());
    }

    public long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public long of(byte[] bytes) {
        State state = new State(key0, key1);
        int whole = bytes.length & -Long.BYTES;
        for (int at = 0; at < whole; at += Long.BYTES) {
            state.take((long) LONG.get(bytes, at));
        }
        long last = (long) bytes.length << 56;
        for (int at = whole; at < bytes.length; at++) {
            last |= (bytes[at] & 0xFFL) << (Byte.SIZE * (at - whole));
        }
        state.take(last);
        return state.end();
    }

    /** Of the eight bytes of each number, the lowest first. */
    public long of(long first, long second, long third, long fourth) {
        State state = new State(key0, key1);
        state.take(first);
        state.take(second);
        state.take(third);
        state.take(fourth);
        state.take(4L * Long.BYTES << 56);
        return state.end();
    }

    private static final class State {

        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long end() {
            v2 ^= 0xFF;
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
