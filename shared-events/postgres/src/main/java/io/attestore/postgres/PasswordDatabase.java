package io.attestore.postgres;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * The files {@code passwd} and {@code group} of a system: passwd(5), group(5). Accounts are added under the lock that
 * useradd takes, too (lckpwdf(3)).
 *
 * @param folder {@code /etc}
 */
record PasswordDatabase(Path folder) {

    static final String NO_HOME = "/nonexistent";
    static final String NO_SHELL = "/usr/sbin/nologin";

    /** Of the numbers that systemd's table leaves unused, those that a container of 65,536 has, too. */
    static final int FREE_FIRST = 60_578;

    static final int FREE_LAST = 61_183;

    /** Adds an account and a group of that name that nobody can log in to, unless there is one. */
    void add(String name) throws IOException {
        try (FileChannel lock = FileChannel.open(
                        folder.resolve(".pwd.lock"),
                        Set.of(CREATE, WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                FileLock held = lock.lock()) {
            Path passwd = folder.resolve("passwd");
            if (held.isValid() && !fields(passwd, 0).contains(name)) {
                int number = freeNumber();
                append(folder.resolve("group"), "%s:*:%d:".formatted(name, number));
                append(passwd, "%s:*:%d:%d::%s:%s".formatted(name, number, number, NO_HOME, NO_SHELL));
            }
        }
    }

    private int freeNumber() throws IOException {
        Set<String> taken = fields(folder.resolve("passwd"), 2);
        taken.addAll(fields(folder.resolve("group"), 2));
        for (int number = FREE_FIRST; number <= FREE_LAST; number++) {
            if (!taken.contains(Integer.toString(number))) {
                return number;
            }
        }
        throw new IOException("No number is free for an account");
    }

    private static Set<String> fields(Path file, int field) throws IOException {
        Set<String> found = new HashSet<>();
        if (Files.exists(file)) {
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                String[] fields = line.split(":", -1);
                if (fields.length > field) {
                    found.add(fields[field]);
                }
            }
        }
        return found;
    }

    private static void append(Path file, String line) throws IOException {
        boolean broken = Files.exists(file)
                && !Files.readString(file, StandardCharsets.ISO_8859_1).matches("(?s)|.*\n");
        ByteBuffer text = StandardCharsets.US_ASCII.encode((broken ? "\n" : "") + line + "\n");
        try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }
}
