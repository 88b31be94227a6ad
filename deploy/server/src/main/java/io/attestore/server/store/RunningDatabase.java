package io.attestore.server.store;

import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.DatabasePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells other commands of the same owner where the embedded database of a running server is: a file of three lines, the
 * JDBC URL, the user and the password. It is there while the server runs.
 */
public final class RunningDatabase {

    private static final int LINES = 3;

    private RunningDatabase() {}

    public static void write(Path file, ConnectionSettings connection) {
        PrivateFile.write(
                file,
                String.join(
                                "\n",
                                connection.jdbcUrl(),
                                connection.user(),
                                connection.password().exposeToDriver())
                        + "\n");
    }

    public static Optional<ConnectionSettings> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != LINES) {
                return Optional.empty();
            }
            return Optional.of(new ConnectionSettings(
                    lines.get(0), lines.get(1), DatabasePassword.of(lines.get(2).toCharArray())));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    public static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be removed", e);
        }
    }
}
