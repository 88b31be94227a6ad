package io.attestore.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The unpacked PostgreSQL programs: {@code initdb}, {@code pg_ctl} and {@code postgres}.
 *
 * <p>They come as one {@code .txz} per architecture on the class path and are unpacked once per version, into a folder
 * that gets its final name only when it is complete. Whoever has them unpacked already says where by the system
 * property {@value #SHELF}: a folder that holds such a folder, as trustworthy as the class path. They are linked or
 * copied from there.
 */
record PostgresBinaries(Path home) {

    static final String SHELF = "attestore.postgres.programs";

    /**
     * The programs in {@code directory/bin-<version>-<architecture>}, unpacked or replicated now if that is missing.
     */
    static PostgresBinaries unpackedIn(Path directory, Consumer<String> progress) throws IOException {
        String version = version();
        String architecture = architecture();
        Path name = Path.of("bin-" + version + "-" + architecture);
        Path home = directory.resolve(name);
        if (!Files.isDirectory(home)) {
            Path unfinished = directory.resolve("bin-unfinished");
            FileTree.delete(unfinished);
            Optional<Path> shelved = shelved(name);
            if (shelved.isPresent()) {
                FileTree.replicate(shelved.get(), unfinished);
            } else {
                progress.accept("Unpacking PostgreSQL " + version + "…");
                Files.createDirectories(unfinished);
                try (InputStream archive = openArchive(architecture)) {
                    TarXzArchive.unpack(archive, unfinished);
                }
            }
            FileTree.makeTraversable(unfinished);
            Files.move(unfinished, home, ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    static String version() throws IOException {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static Optional<Path> shelved(Path name) {
        return Optional.ofNullable(System.getProperty(SHELF))
                .map(shelf -> Path.of(shelf).resolve(name))
                .filter(Files::isDirectory);
    }

    private static InputStream openArchive(String architecture) {
        String name = "/postgres-linux-" + architecture + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new EmbeddedPostgresException("The PostgreSQL programs for " + architecture
                    + " are not on the class path: use an external PostgreSQL");
        }
        return archive;
    }

    private static String architecture() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!system.equals("linux")) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux only, not on " + system
                    + ": use an external PostgreSQL or a container");
        }
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default ->
                throw new EmbeddedPostgresException("There is no embedded PostgreSQL for the processor " + processor
                        + ": use an external PostgreSQL");
        };
    }
}
