package io.attestore.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The database files of one server ("cluster" in PostgreSQL's words) and the password of its superuser.
 *
 * <p>It is made under another name and gets its own by one rename, after the password is on the disk: a first start that
 * breaks off leaves nothing that looks like a database.
 *
 * @param data PostgreSQL's data directory
 * @param password of the role {@link #SUPERUSER}
 */
record Cluster(Path data, DatabasePassword password) {

    /** The role that owns everything in the embedded server. */
    static final String SUPERUSER = "attestore";

    /** The name of PostgreSQL's data directory. */
    static final String DATA = "data";

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);

    /** The cluster in {@code directory/data}, made now if it is missing. */
    static Cluster openedIn(Path directory, PostgresBinaries binaries, ServerAccount account, Consumer<String> progress)
            throws IOException {
        Path data = directory.resolve(DATA);
        Path passwordFile = directory.resolve("password");
        if (!Files.isDirectory(data)) {
            progress.accept("Creating the database…");
            var password = DatabasePassword.generate(new SecureRandom());
            PasswordFile.write(passwordFile, password);
            Path unfinished = directory.resolve("data-unfinished");
            initialise(unfinished, password, binaries, account);
            Files.move(unfinished, data, ATOMIC_MOVE);
            password.close();
        }
        requireSameMajorVersion(data);
        account.own(data);
        if (!Files.isRegularFile(passwordFile)) {
            throw new EmbeddedPostgresException(
                    "The database in %s is there, but its password file %s is not: restore it"
                            .formatted(data, passwordFile));
        }
        return new Cluster(data, PasswordFile.read(passwordFile));
    }

    private static void initialise(
            Path data, DatabasePassword password, PostgresBinaries binaries, ServerAccount account) throws IOException {
        FileTree.delete(data);
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(data);
        Path handedOver = data.resolveSibling("password-for-initdb");
        try {
            PasswordFile.write(handedOver, password);
            account.own(handedOver);
            var command = new ArrayList<>(account.prefix());
            command.addAll(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + handedOver,
                    "--auth=scram-sha-256",
                    "--locale=C",
                    "--encoding=UTF8",
                    "--data-checksums"));
            Command.Outcome outcome = Command.run(command, INITDB_LIMIT);
            if (outcome.exitCode() != 0) {
                throw new EmbeddedPostgresException("initdb failed: " + outcome.output());
            }
        } finally {
            Files.deleteIfExists(handedOver);
        }
    }

    private static void requireSameMajorVersion(Path data) throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        String ours = PostgresBinaries.version().split("\\.", 2)[0];
        if (!made.equals(ours)) {
            throw new EmbeddedPostgresException(
                    "The database in %s was made by PostgreSQL %s, and this Attestore brings PostgreSQL %s"
                            .formatted(data, made, ours));
        }
    }
}
