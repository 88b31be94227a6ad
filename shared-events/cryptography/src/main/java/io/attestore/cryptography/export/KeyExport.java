package io.attestore.cryptography.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.secret.PrivateDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A copy of the directory of keys, sealed to a recipient. The keys in it are wrapped under the root key besides: the
 * recipient alone opens nothing of the store.
 *
 * <pre>
 * offset  bytes  field
 *      0     25  "attestore-keys-export-v1" and a line feed
 *     25      n  a sealed box ({@link SealedBox}) of, for each file: length of the name (2), name, length (4), content
 * </pre>
 */
public final class KeyExport {

    private static final byte[] MAGIC = "attestore-keys-export-v1\n".getBytes(US_ASCII);
    private static final String FILE_NAME = "[a-z][a-z.-]{0,60}";
    private static final int BYTES_MAX = 128 << 20;

    private KeyExport() {}

    /**
     * The files of a directory of keys, sealed.
     *
     * @param recipientPem the recipient's public key
     * @throws KeyExportException if there is no such key, or nothing to export
     */
    public static byte[] seal(Path directory, byte[] recipientPem) throws IOException {
        byte[] recipient = X25519Pem.publicKey(recipientPem);
        byte[] archive = archive(files(directory));
        byte[] box = SealedBox.seal(recipient, MAGIC, archive);
        return ByteBuffer.allocate(MAGIC.length + box.length)
                .put(MAGIC)
                .put(box)
                .array();
    }

    /**
     * Puts the files into a directory that has none; it is made if it is missing. All are there afterwards, or none. They
     * say of themselves that they were put back, and the database takes them for its own at the next start.
     *
     * @param privatePem the recipient's private key
     * @throws KeyExportException if the export is not one, or not the recipient's, or the directory is not empty
     */
    public static void restore(Path directory, byte[] export, byte[] privatePem) throws IOException {
        if (!Arrays.equals(export, 0, Math.min(MAGIC.length, export.length), MAGIC, 0, MAGIC.length)) {
            throw new KeyExportException("The file is not an export of keys");
        }
        byte[] privateKey = X25519Pem.privateKey(privatePem);
        try {
            byte[] archive = SealedBox.open(privateKey, MAGIC, Arrays.copyOfRange(export, MAGIC.length, export.length))
                    .orElseThrow(() -> new KeyExportException("The export is damaged, or for another private key"));
            write(directory, parse(archive));
        } finally {
            Arrays.fill(privateKey, (byte) 0);
        }
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                for (Path file : entries.filter(KeyExport::isKept).toList()) {
                    String name = String.valueOf(file.getFileName());
                    files.put(
                            name, name.equals(GroupKeyFile.NAME) ? GroupKeyFile.copy(file) : Files.readAllBytes(file));
                }
            }
        }
        if (files.isEmpty()) {
            throw new KeyExportException("There are no keys in " + directory);
        }
        return files;
    }

    /** Not what is in the middle of being made. */
    private static boolean isKept(Path file) {
        return Files.isRegularFile(file) && String.valueOf(file.getFileName()).matches(FILE_NAME);
    }

    private static byte[] archive(Map<String, byte[]> files) {
        long bytes = files.entrySet().stream()
                .mapToLong(file -> Short.BYTES + file.getKey().length() + Integer.BYTES + (long) file.getValue().length)
                .sum();
        if (bytes > BYTES_MAX) {
            throw new KeyExportException("The keys take more than " + BYTES_MAX + " bytes");
        }
        ByteBuffer archive = ByteBuffer.allocate(Math.toIntExact(bytes));
        files.forEach((name, content) -> archive.putShort((short) name.length())
                .put(name.getBytes(US_ASCII))
                .putInt(content.length)
                .put(content));
        return archive.array();
    }

    private static Map<String, byte[]> parse(byte[] archive) {
        Map<String, byte[]> files = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(archive);
        while (in.hasRemaining()) {
            String name = new String(take(in, Short.toUnsignedInt(in.getShort())), US_ASCII);
            if (!name.matches(FILE_NAME)) {
                throw new KeyExportException("The export holds a file that is none of keys");
            }
            files.put(name, take(in, in.getInt()));
        }
        return files;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new KeyExportException("The export is cut off");
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }

    /** Whole and on disk under its name, or not at all: what a broken attempt has left beside is begun anew. */
    private static void write(Path directory, Map<String, byte[]> files) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        requireNothingIn(target);
        Path draft = target.resolveSibling("." + target.getFileName() + ".import");
        clear(draft);
        PrivateDirectory.prepare(draft);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(draft.resolve(file.getKey()), file.getValue());
        }
        if (files.containsKey(GroupKeyFile.NAME)) {
            GroupKeyFile.markRestored(draft.resolve(GroupKeyFile.NAME));
        }
        PrivateDirectory.force(draft);
        try {
            Files.move(draft, target, ATOMIC_MOVE);
        } catch (FileSystemException isInTheWay) {
            throw new KeyExportException(target + " cannot be put in place as a whole (" + isInTheWay.getReason()
                    + "); if it is a mount, import into a directory within it, and name that one");
        }
        PrivateDirectory.forceParent(target);
    }

    private static void requireNothingIn(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw new KeyExportException(directory + " is not empty: keys that are there are not replaced");
            }
        }
    }

    private static void clear(Path draft) throws IOException {
        if (Files.isDirectory(draft)) {
            try (Stream<Path> left = Files.list(draft)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path, Set.of(CREATE_NEW, WRITE), PrivateDirectory.fileAttributes(path))) {
            ByteBuffer content = ByteBuffer.wrap(bytes);
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }
}
