package io.attestore.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exclusive claim on a directory, so that two processes never work on the same one. The operating system releases it
 * when the process ends, however it ends; the file {@code lock} stays behind and means nothing by itself.
 *
 * <p>The file holds the owner's process id in decimal, for the message only.
 */
public final class DataDirectoryLock implements AutoCloseable {

    private static final String FILE_NAME = "lock";
    private static final int PID_CHARACTERS_MAX = 20;

    /** The operating system drops a process's lock when any channel on the file is closed: never open it twice. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Claims the directory, which is made if it is missing.
     *
     * @throws EmbeddedPostgresException if another process, or this one, holds it already
     */
    public static DataDirectoryLock acquire(Path directory) {
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            if (!HELD_BY_THIS_PROCESS.add(real)) {
                throw heldBy(Long.toString(ProcessHandle.current().pid()), directory);
            }
            boolean acquired = false;
            try {
                var lock = new DataDirectoryLock(real, lockedFile(real));
                acquired = true;
                return lock;
            } finally {
                if (!acquired) {
                    HELD_BY_THIS_PROCESS.remove(real);
                }
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot lock the directory " + directory, e);
        }
    }

    private static FileChannel lockedFile(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve(FILE_NAME), CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            String owner = readOwner(channel);
            channel.close();
            throw heldBy(owner, directory);
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return channel;
    }

    private static EmbeddedPostgresException heldBy(String pid, Path directory) {
        return new EmbeddedPostgresException(
                "Another Attestore%s is running on %s: stop it, or choose another data directory"
                        .formatted(pid.isEmpty() ? "" : " (process " + pid + ")", directory));
    }

    private static String readOwner(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(PID_CHARACTERS_MAX);
        channel.read(bytes, 0);
        return US_ASCII.decode(bytes.flip()).toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot release the lock of " + directory, e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(directory);
        }
    }
}
