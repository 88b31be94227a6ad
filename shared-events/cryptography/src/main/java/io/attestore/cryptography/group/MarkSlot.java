package io.attestore.cryptography.group;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The marks of a directory, as they stand behind the keys in their file, twice: they are written to one place and to the
 * other in turn, and the newest that is whole counts.
 *
 * <pre>
 * offset  bytes  field
 *      0      4  "AGM1"
 *      4      8  number of the writing
 *     12      1  1 if the keys were put back from an export
 *     13     16  older mark; zeros: none
 *     29     16  newer mark; zeros: none
 *     45         zeros
 *    480     32  SHA-256 of all before
 * </pre>
 *
 * @param number grows with each writing
 */
record MarkSlot(long number, DirectoryMarks marks) {

    private static final String MAGIC = "AGM1";
    private static final String NO_MARK = "0".repeat(2 * DirectoryMarks.MARK_BYTES);

    /** Empty if it was never written, or is damaged. */
    static Optional<MarkSlot> parse(byte[] slot) {
        if (!new String(slot, 0, MAGIC.length(), US_ASCII).equals(MAGIC) || !KeySlot.isWhole(slot)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(slot, MAGIC.length(), KeySlot.BYTES - MAGIC.length());
        long number = in.getLong();
        boolean restored = in.get() == 1;
        return Optional.of(new MarkSlot(number, new DirectoryMarks(mark(in), mark(in), restored)));
    }

    byte[] toBytes() {
        byte[] slot = new byte[KeySlot.BYTES];
        ByteBuffer.wrap(slot)
                .put(MAGIC.getBytes(US_ASCII))
                .putLong(number)
                .put((byte) (marks.restored() ? 1 : 0))
                .put(bytes(marks.older()))
                .put(bytes(marks.newer()));
        return KeySlot.withChecksum(slot);
    }

    private static Optional<String> mark(ByteBuffer in) {
        byte[] mark = new byte[DirectoryMarks.MARK_BYTES];
        in.get(mark);
        return Optional.of(HexFormat.of().formatHex(mark)).filter(read -> !read.equals(NO_MARK));
    }

    private static byte[] bytes(Optional<String> mark) {
        return HexFormat.of().parseHex(mark.orElse(NO_MARK));
    }
}
