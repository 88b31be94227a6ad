package io.attestore.cryptography.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A directory of small files that its owner alone may enter, and their owner alone may read. Each appears under its name
 * whole and on disk or not at all. Where the file system knows POSIX permissions, what is open to group or others is
 * refused.
 */
final class KeysDirectory {

    private static final int FILE_BYTES_MAX = 1 << 20;
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path directory;

    KeysDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    String read(String name) throws IOException {
        Path file = directory.resolve(name);
        requirePrivate(directory, "chmod 700");
        if (!Files.isRegularFile(file)) {
            throw new AuthenticationKeysException(file + " is not a regular file");
        }
        requirePrivate(file, "chmod 600");
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new AuthenticationKeysException(file + " is too long to be a file of keys");
        }
        return Files.readString(file);
    }

    /** @return whether it is this one; otherwise there was a file of that name before */
    boolean create(String name, String text) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory, attributes("rwx------"));
        }
        requirePrivate(directory, "chmod 700");
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
        force();
        return true;
    }

    void replace(String name, String text) throws IOException {
        Path draft = draft(name, text);
        try {
            Files.move(draft, directory.resolve(name), ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        force();
    }

    private Path draft(String name, String text) throws IOException {
        Path draft = directory.resolve("." + name + "." + UUID.randomUUID());
        try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), attributes("rw-------"))) {
            ByteBuffer content = UTF_8.encode(text);
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        return draft;
    }

    private void force() throws IOException {
        if (isPosix()) {
            try (FileChannel entries = FileChannel.open(directory, READ)) {
                entries.force(true);
            }
        }
    }

    private void requirePrivate(Path path, String remedy) throws IOException {
        if (!isPosix()) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (!OWNER.containsAll(permissions)) {
            throw new AuthenticationKeysException(path + " has mode " + PosixFilePermissions.toString(permissions)
                    + "; only its owner may have access (" + remedy + ")");
        }
    }

    private FileAttribute<?>[] attributes(String mode) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
