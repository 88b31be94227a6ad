package io.attestore.cryptography.group;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The place of one key in the file of group keys. Each group has two, for even and odd generations.
 *
 * <pre>
 * offset  bytes  field
 *      0      4  "AGK1"
 *      4      4  group
 *      8      4  generation
 *     12      2  length of the wrapped key
 *     14      n  the key, wrapped under the root key
 *   14+n         zeros
 *    480     32  SHA-256 of all before
 * </pre>
 *
 * <p>All zeros: no key. Anything else is what a write left that was broken off.
 */
final class KeySlot {

    /** A sector: the least that a disk writes. */
    static final int BYTES = 512;

    private static final byte[] MAGIC = "AGK1".getBytes(US_ASCII);
    private static final int HEADER_BYTES = 14;
    private static final int CHECKSUM_OFFSET = BYTES - 32;

    private KeySlot() {}

    /** What is in a slot. */
    sealed interface Content {}

    record Empty() implements Content {}

    record Damaged() implements Content {}

    /** A key, wrapped under the root key. Not secret. */
    static final class Holding implements Content {

        private final GroupGeneration place;
        private final byte[] wrapped;

        private Holding(GroupGeneration place, byte[] wrapped) {
            this.place = place;
            this.wrapped = wrapped;
        }

        GroupGeneration place() {
            return place;
        }

        byte[] wrapped() {
            return wrapped.clone();
        }

        boolean isOf(GroupGeneration asked) {
            return place.equals(asked);
        }
    }

    /** The row id that a key is wrapped for. */
    static String rowId(String fileId, GroupGeneration place) {
        return "group-key/" + fileId + "/" + place.group() + "/" + place.generation();
    }

    static byte[] holding(GroupGeneration place, byte[] wrapped) {
        if (wrapped.length > CHECKSUM_OFFSET - HEADER_BYTES) {
            throw new IllegalArgumentException("A wrapped group key does not fit");
        }
        byte[] slot = new byte[BYTES];
        ByteBuffer.wrap(slot)
                .put(MAGIC)
                .putInt(place.group())
                .putInt(place.generation())
                .putShort((short) wrapped.length)
                .put(wrapped);
        return withChecksum(slot);
    }

    static Content parse(byte[] slot, int group) {
        if (Arrays.equals(slot, new byte[BYTES])) {
            return new Empty();
        }
        ByteBuffer in = ByteBuffer.wrap(slot);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        int named = in.getInt();
        int generation = in.getInt();
        int length = Short.toUnsignedInt(in.getShort());
        boolean whole = Arrays.equals(magic, MAGIC)
                && isWhole(slot)
                && named == group
                && generation >= GroupGeneration.FIRST_GENERATION
                && length <= CHECKSUM_OFFSET - HEADER_BYTES;
        return whole
                ? new Holding(
                        new GroupGeneration(group, generation),
                        Arrays.copyOfRange(slot, HEADER_BYTES, HEADER_BYTES + length))
                : new Damaged();
    }

    static byte[] withChecksum(byte[] slot) {
        System.arraycopy(checksum(slot), 0, slot, CHECKSUM_OFFSET, BYTES - CHECKSUM_OFFSET);
        return slot;
    }

    static boolean isWhole(byte[] slot) {
        return Arrays.equals(slot, CHECKSUM_OFFSET, BYTES, checksum(slot), 0, BYTES - CHECKSUM_OFFSET);
    }

    private static byte[] checksum(byte[] slot) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(slot, 0, CHECKSUM_OFFSET);
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
