package io.attestore.postgres;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks a {@code .txz}: plain files, folders and symbolic links, with their permissions.
 *
 * <p>Whatever leads out of the target folder, by name or through a link, is refused, as are other kinds of entries and
 * more than {@link #BYTES_MAX} bytes in all.
 */
final class TarXzArchive {

    static final long BYTES_MAX = 1L << 30;

    private static final int XZ_MEMORY_KILOBYTES_MAX = 256 * 1024;

    private final Path target;
    private long bytesLeft = BYTES_MAX;

    private TarXzArchive(Path target) {
        this.target = target;
    }

    /** Unpacks the archive into an existing, empty folder. */
    static void unpack(InputStream archive, Path target) throws IOException {
        new TarXzArchive(target.toAbsolutePath().normalize()).unpack(archive);
    }

    private void unpack(InputStream archive) throws IOException {
        var xz = new XZCompressorInputStream(new BufferedInputStream(archive), true, XZ_MEMORY_KILOBYTES_MAX);
        try (var tar = new TarArchiveInputStream(xz)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar);
            }
        }
    }

    private void write(TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = inside(target.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, permissions(entry));
        } else if (entry.isSymbolicLink()) {
            makeFolderAround(path);
            Path link = Path.of(entry.getLinkName());
            inside(path.resolveSibling(link), entry);
            Files.createSymbolicLink(path, link);
        } else if (isPlainFile(entry)) {
            makeFolderAround(path);
            bytesLeft -= entry.getSize();
            if (bytesLeft < 0) {
                throw new IOException("The archive unpacks to more than " + BYTES_MAX + " bytes");
            }
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, permissions(entry));
        } else {
            throw new IOException("The archive holds something else than files, folders and links: " + entry.getName());
        }
    }

    /** Refuses a path that leaves the target folder, by its name or because a folder on the way is a link. */
    private Path inside(Path path, TarArchiveEntry entry) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("The archive leads out of its folder: " + entry.getName());
        }
        Path folder = target;
        for (Path name : target.relativize(normal)) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException("The archive writes through a link: " + entry.getName());
            }
            folder = folder.resolve(name);
        }
        return normal;
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        return kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
    }

    private static void makeFolderAround(Path path) throws IOException {
        Files.createDirectories(requireNonNull(path.getParent()));
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] fromHighestBit = PosixFilePermission.values();
        for (int bit = 0; bit < fromHighestBit.length; bit++) {
            if ((entry.getMode() & (0400 >> bit)) != 0) {
                permissions.add(fromHighestBit[bit]);
            }
        }
        return permissions;
    }
}
