package io.attestore.eventlog.table;

import io.attestore.events.Bytes;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Which key a row of the key table is under, as its header says: read as the database's columns are. */
public record WrappedUnder(int group, long generation) {

    private static final int BYTES_MIN = 84;
    private static final byte FORMAT_VERSION = 2;

    /** Empty if the row is of another format. */
    public static Optional<WrappedUnder> of(Bytes wrapped) {
        byte[] bytes = wrapped.toArray();
        if (bytes.length < BYTES_MIN || bytes[0] != FORMAT_VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 2, Short.BYTES + Integer.BYTES);
        return Optional.of(new WrappedUnder(Short.toUnsignedInt(in.getShort()), Integer.toUnsignedLong(in.getInt())));
    }
}
