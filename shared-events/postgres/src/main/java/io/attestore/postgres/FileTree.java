package io.attestore.postgres;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole folders: deleting and replicating them, giving them away, opening them to readers. Links are never followed.
 */
final class FileTree {

    private FileTree() {}

    static void delete(Path root) throws IOException {
        if (Files.exists(root, NOFOLLOW_LINKS)) {
            List<Path> paths = paths(root);
            for (Path path : paths.stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Makes a user and group the owner of everything in a folder, of the folder itself last: if it is theirs, all is.
     * Needs the rights of root.
     */
    static void giveTo(int uid, int gid, Path root) throws IOException {
        for (Path path : paths(root).reversed()) {
            Files.setAttribute(path, "unix:uid", uid, NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, NOFOLLOW_LINKS);
        }
    }

    /**
     * Makes a folder like another one, with all that is in it and with permissions, where nothing is yet. For files
     * that nobody writes to: where the file system lets us, they are the same files under a second name (hard links).
     */
    static void replicate(Path root, Path target) throws IOException {
        for (Path path : paths(root)) {
            Path twin = target.resolve(root.relativize(path));
            if (!Files.isRegularFile(path, NOFOLLOW_LINKS) || !isLinked(twin, path)) {
                Files.copy(path, twin, COPY_ATTRIBUTES, NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean isLinked(Path link, Path existing) {
        try {
            Files.createLink(link, existing);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // another file system, or a file that is not ours
        }
    }

    /** Lets everybody enter and list the folder itself. */
    static void makeTraversable(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Lets everybody read a file, and nobody but its owner write to it. */
    static void makeReadable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static List<Path> paths(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }
}
