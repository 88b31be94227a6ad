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

/** Whole folders: deleting and copying them, giving them away, opening them to readers. Links are never followed. */
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

    /** Makes a user and group the owner of everything in a folder; needs the rights of root. */
    static void giveTo(int uid, int gid, Path root) throws IOException {
        for (Path path : paths(root)) {
            Files.setAttribute(path, "unix:uid", uid, NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, NOFOLLOW_LINKS);
        }
    }

    /** Copies a folder with all that is in it, with permissions, to where nothing is yet. */
    static void copy(Path root, Path target) throws IOException {
        for (Path path : paths(root)) {
            Files.copy(path, target.resolve(root.relativize(path)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
        }
    }

    /** Lets everybody enter and list the folder itself. */
    static void makeTraversable(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<Path> paths(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }
}
