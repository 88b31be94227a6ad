package io.attestore.cryptography.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

class SipHashTest {

    private static final byte[] KEY = counting(16);
    private static final SipHash HASH = keyed(KEY);

    @Test
    void the_example_of_the_paper_holds() {
        assertThat(HASH.of(counting(15))).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void the_first_vectors_of_the_reference_implementation_hold() {
        assertThat(HASH.of(counting(0))).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(HASH.of(counting(1))).isEqualTo(0x74f839c593dc67fdL);
        assertThat(HASH.of(counting(8))).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void it_is_what_a_second_implementation_says_of_any_length() {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] key = bytes(random, 16);
            byte[] message = bytes(random, length);

            assertThat(keyed(key).of(message)).isEqualTo(second(key, message));
        }
    }

    @Test
    void numbers_hash_as_their_bytes() {
        byte[] bytes = ByteBuffer.allocate(32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1)
                .putLong(-2)
                .putLong(Long.MAX_VALUE)
                .putLong(4)
                .array();

        assertThat(HASH.of(1, -2, Long.MAX_VALUE, 4)).isEqualTo(HASH.of(bytes));
    }

    private static SipHash keyed(byte[] key) {
        ByteBuffer parts = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
        return new SipHash(parts.getLong(), parts.getLong());
    }

    private static long second(byte[] key, byte[] message) {
        var second = new org.bouncycastle.crypto.macs.SipHash();
        second.init(new KeyParameter(key));
        second.update(message, 0, message.length);
        return second.doFinal();
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
