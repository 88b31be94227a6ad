package io.attestore.cryptography.secret;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * Small files that hold a secret, whatever it is. Where the file system knows POSIX permissions, one that group or others
 * may touch in any way is refused.
 */
public final class SecretFile {

    private static final Set<PosixFilePermission> ALLOWED = Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

    private SecretFile() {}

    /**
     * The bytes of a file, for the caller to wipe.
     *
     * @param name what the file is, in a sentence: "bootstrap file"
     * @throws SecretFileException if the file is open to others than its owner, or longer than it may be
     * @throws IOException if the file cannot be read; NoSuchFileException if there is none
     */
    public static byte[] read(Path file, String name, int bytesMax) throws IOException {
        requirePrivate(file, name);
        if (Files.size(file) > bytesMax) {
            throw new SecretFileException("The " + name + " " + file + " is longer than " + bytesMax + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /**
     * The same without the line ends that an editor leaves behind.
     *
     * @throws SecretFileException as {@link #read}, or if nothing is left
     * @throws IOException as {@link #read}
     */
    public static byte[] readLine(Path file, String name, int bytesMax) throws IOException {
        byte[] bytes = read(file, name, bytesMax);
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        byte[] line = Arrays.copyOf(bytes, end);
        Arrays.fill(bytes, (byte) 0);
        if (end == 0) {
            throw new SecretFileException("The " + name + " " + file + " is empty");
        }
        return line;
    }

    /**
     * Checks that the file is one, and its owner's alone.
     *
     * @throws SecretFileException if it is not
     * @throws IOException if the file cannot be looked at; NoSuchFileException if there is none
     */
    public static void requirePrivate(Path file, String name) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new SecretFileException("The " + name + " " + file + " is not a regular file");
        }
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!ALLOWED.containsAll(permissions)) {
            throw new SecretFileException("The " + name + " " + file + " has mode "
                    + PosixFilePermissions.toString(permissions) + "; only its owner may have access (chmod 600)");
        }
    }
}
