package io.attestore.postgres;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file a server writes its messages to. It is set aside once it is large, at a start; one older file is kept. */
record ServerLog(Path file) {

    private static final long BYTES_MAX = 16L << 20;
    private static final int TAIL_BYTES = 4096;

    /** Makes the file if it is missing, for its owner alone, and sets a large one aside. */
    void prepare() throws IOException {
        if (length() > BYTES_MAX) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** What was written after this offset, or its last 4 KiB. */
    String tailAfter(long offset) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(offset, in.length() - TAIL_BYTES));
            byte[] tail = new byte[TAIL_BYTES];
            int read = in.read(tail);
            return read <= 0 ? "(nothing)" : new String(tail, 0, read, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }
}
