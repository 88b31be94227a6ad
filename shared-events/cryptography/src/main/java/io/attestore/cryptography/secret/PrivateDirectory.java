package io.attestore.cryptography.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A directory, and files in it, that nobody but their owner may touch, where the file system knows POSIX permissions. */
public final class PrivateDirectory {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateDirectory() {}

    /** Makes it if it is missing. */
    public static void prepare(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(directory, attributes(directory, DIRECTORY));
            forceParent(directory);
        } catch (FileAlreadyExistsException isThere) {
            if (!Files.isDirectory(directory)) {
                throw new SecretFileException(directory + " is not a directory");
            }
        }
        requirePrivate(directory);
    }

    /** @throws SecretFileException if group or others may touch it in any way */
    public static void requirePrivate(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (!DIRECTORY.containsAll(permissions)) {
            boolean directory = Files.isDirectory(path);
            throw new SecretFileException(path + " has mode " + PosixFilePermissions.toString(permissions)
                    + "; only its owner may have access (chmod " + (directory ? "700" : "600") + ")");
        }
    }

    /** What a file is made with that its owner alone may touch. */
    public static FileAttribute<?>[] fileAttributes(Path file) {
        return attributes(file, FILE);
    }

    /** Makes the names in a directory durable. */
    public static void force(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    /** Makes the name of a file or directory durable. */
    public static void forceParent(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            force(parent);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
