package io.attestore.cryptography.root;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.secret.SecretFile;
import io.attestore.cryptography.secret.SecretFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/**
 * A root key in a file that its owner alone may read, in the format of {@link RootKeyText}. Where the file system knows
 * POSIX permissions, a file that group or others may touch in any way is refused.
 */
public final class RootKeyFile {

    private static final int FILE_BYTES_MAX = 256;
    private static final Set<PosixFilePermission> CREATED_WITH = Set.of(OWNER_READ, OWNER_WRITE);

    private RootKeyFile() {}

    /**
     * Reads the root key of a file.
     *
     * @throws RootKeyException if the file is open to others than its owner, or holds no root key
     * @throws IOException if the file cannot be read; NoSuchFileException if there is none
     */
    public static RootKey load(Path file) throws IOException {
        requirePrivateFile(file);
        try (FileChannel channel = FileChannel.open(file, READ)) {
            if (channel.size() > FILE_BYTES_MAX) {
                throw new RootKeyException("The root key file " + file + " is too long to be one");
            }
            ByteBuffer content = ByteBuffer.allocate(FILE_BYTES_MAX);
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // A channel may return less than was asked for.
            }
            try (SecretBytes text = SecretBytes.takingOwnershipOf(Arrays.copyOf(content.array(), content.position()))) {
                return RootKeyText.parse(text);
            } finally {
                Arrays.fill(content.array(), (byte) 0);
            }
        }
    }

    /**
     * Reads the root key of a file, or makes a new one there if there is no file. The new file appears under its name
     * whole and on disk or not at all; of two processes that do this at once one makes the key and both load it.
     *
     * @throws RootKeyException as {@link #load}, or if the file system has no hard links to make the file with
     * @throws IOException if the file can be neither read nor made
     */
    public static RootKey loadOrCreate(Path file, SecureRandom random) throws IOException {
        if (Files.notExists(file)) {
            create(file, random);
        }
        return load(file);
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new RootKeyException("The root key file " + file + " has no directory");
        }
        Path draft = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            write(draft, random);
            // A link, unlike a move, never replaces a key that came first.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException cameFirst) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            throw new RootKeyException("The root key file " + file
                    + " cannot be made in a file system without hard links; make it elsewhere and copy it");
        } finally {
            Files.deleteIfExists(draft);
        }
        if (isPosix(directory)) {
            try (FileChannel entries = FileChannel.open(directory, READ)) {
                entries.force(true);
            }
        }
    }

    private static void write(Path draft, SecureRandom random) throws IOException {
        try (RootKey rootKey = RootKey.generate(random);
                SecretBytes text = RootKeyText.of(rootKey);
                FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), attributes(draft))) {
            byte[] bytes = text.copyOut(InsecureSecretAccess.get());
            try {
                ByteBuffer content = ByteBuffer.wrap(bytes);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
            channel.force(true);
        }
    }

    private static void requirePrivateFile(Path file) throws IOException {
        try {
            SecretFile.requirePrivate(file, "root key file");
        } catch (SecretFileException e) {
            throw new RootKeyException(String.valueOf(e.getMessage()));
        }
    }

    private static FileAttribute<?>[] attributes(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(CREATED_WITH)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
