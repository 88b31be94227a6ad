package io.attestore.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An exclusive claim on a directory, so that two processes never work on the same one. The operating system releases it
 * when the process ends, however it ends; the file {@code lock} stays behind and means nothing by itself.
 *
 * <p>The file holds the owner's process id in decimal, for the message only.
 */
public final class DataDirectoryLock implements AutoCloseable {

    private static final String FILE_NAME = "lock";
    private static final int PID_CHARACTERS_MAX = 20;

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Claims the directory, which is made if it is missing.
     *
     * @throws EmbeddedPostgresException if another process, or this one, holds it already
     */
    public static DataDirectoryLock acquire(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel = FileChannel.open(directory.resolve(FILE_NAME), CREATE, READ, WRITE);
            if (tryLock(channel).isEmpty()) {
                String owner = readOwner(channel);
                channel.close();
                throw new EmbeddedPostgresException(
                        "Another Attestore%s is running on %s: stop it, or choose another data directory"
                                .formatted(owner, directory));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
            return new DataDirectoryLock(channel);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot lock the directory " + directory, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private static String readOwner(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(PID_CHARACTERS_MAX);
        channel.read(bytes, 0);
        String pid = US_ASCII.decode(bytes.flip()).toString();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot release the lock of a directory", e);
        }
    }
}
