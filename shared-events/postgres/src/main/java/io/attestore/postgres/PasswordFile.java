package io.attestore.postgres;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a password and nothing else: mode 0600 from its first byte on, forced to the disk. */
final class PasswordFile {

    private static final int BYTES_MAX = 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PasswordFile() {}

    /** Writes the password, in the place of a file that is there already. */
    static void write(Path file, DatabasePassword password) throws IOException {
        Files.deleteIfExists(file);
        byte[] bytes = password.exposeAsUtf8();
        var mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        try (var channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), mode)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Reads the password, and refuses a file that others can read. */
    static DatabasePassword read(Path file) throws IOException {
        var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.removeAll(OWNER_ONLY);
        if (!permissions.isEmpty()) {
            throw new EmbeddedPostgresException(
                    "The password file %s is open to others than its owner: chmod 600 it".formatted(file));
        }
        if (Files.size(file) > BYTES_MAX) {
            throw new EmbeddedPostgresException("%s is no password file: it is too long".formatted(file));
        }
        byte[] bytes = Files.readAllBytes(file);
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        var password = DatabasePassword.of(characters);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(characters, '\0');
        Arrays.fill(decoded.array(), '\0');
        return password;
    }
}
