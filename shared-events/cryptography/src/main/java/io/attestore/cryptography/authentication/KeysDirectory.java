package io.attestore.cryptography.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.attestore.cryptography.secret.PrivateDirectory;
import io.attestore.cryptography.secret.SecretFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/**
 * A directory of small files that its owner alone may enter, and their owner alone may read. Each appears under its name
 * whole and on disk or not at all. Where the file system knows POSIX permissions, what is open to group or others is
 * refused.
 */
final class KeysDirectory {

    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Path directory;

    KeysDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    String read(String name) throws IOException {
        Path file = directory.resolve(name);
        PrivateDirectory.requirePrivate(directory);
        SecretFile.requirePrivate(file, "file of keys");
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new AuthenticationKeysException(file + " is too long to be a file of keys");
        }
        return Files.readString(file);
    }

    /** @return whether it is this one; otherwise there was a file of that name before */
    boolean create(String name, String text) throws IOException {
        PrivateDirectory.prepare(directory);
        Path draft = draft(name, text);
        try {
            // A link, unlike a move, never replaces a file that came first.
            Files.createLink(directory.resolve(name), draft);
        } catch (FileAlreadyExistsException cameFirst) {
            return false;
        } catch (UnsupportedOperationException noLinks) {
            throw new AuthenticationKeysException(
                    directory + " is in a file system without hard links: keep the keys in another");
        } finally {
            Files.deleteIfExists(draft);
        }
        PrivateDirectory.force(directory);
        return true;
    }

    void replace(String name, String text) throws IOException {
        Path draft = draft(name, text);
        try {
            Files.move(draft, directory.resolve(name), ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        PrivateDirectory.force(directory);
    }

    private Path draft(String name, String text) throws IOException {
        Path draft = directory.resolve("." + name + "." + UUID.randomUUID());
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), PrivateDirectory.fileAttributes(draft))) {
            ByteBuffer content = UTF_8.encode(text);
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        return draft;
    }
}
