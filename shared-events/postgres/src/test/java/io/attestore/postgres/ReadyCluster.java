package io.attestore.postgres;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database files of an embedded server as its first start leaves them, made once and kept beside the programs, see
 * {@link ProgramsUnpackedOnce}: for tests that need many servers and are not about first starts, which take a second
 * each. All copies have the same password.
 */
public final class ReadyCluster {

    private static final String NAME = "cluster";
    private static final String PASSWORD = "password";

    private ReadyCluster() {}

    /** Puts a copy where an embedded server is to start, if there is nothing yet, and if one was made. */
    public static void copyTo(Path directory) {
        Optional<Path> made = Optional.ofNullable(System.getProperty(PostgresBinaries.SHELF))
                .map(shelf -> Path.of(shelf).resolve(NAME))
                .filter(cluster -> Files.isDirectory(cluster.resolve(Cluster.DATA)));
        try {
            if (made.isPresent() && !Files.exists(directory)) {
                Files.createDirectories(directory);
                copy(made.get().resolve(PASSWORD), directory.resolve(PASSWORD));
                copy(made.get().resolve(Cluster.DATA), directory.resolve(Cluster.DATA));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is stopped, under its name only when it is complete. */
    static void makeOn(Path shelf) throws IOException {
        Path unfinished = shelf.resolve(NAME + "-unfinished");
        if (!Files.exists(shelf.resolve(NAME))) {
            FileTree.delete(unfinished);
            EmbeddedPostgres.start(EmbeddedPostgresSettings.in(unfinished)).close();
            Files.move(unfinished, shelf.resolve(NAME));
        }
    }

    /** Byte by byte: its owner writes to it. */
    private static void copy(Path root, Path target) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.toList();
        }
        for (Path path : paths) {
            Files.copy(
                    path, target.resolve(root.relativize(path).toString()), COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
