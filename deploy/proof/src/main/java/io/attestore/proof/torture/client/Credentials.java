package io.attestore.proof.torture.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An access key of a store that is there to be tormented, in the clear. */
public record Credentials(String id, String secret) {

    /** The root's, as a server tells them in its data directory. */
    public static Credentials in(Path data) {
        return new Credentials(variable(data, "AWS_ACCESS_KEY_ID"), variable(data, "AWS_SECRET_ACCESS_KEY"));
    }

    private static String variable(Path data, String name) {
        try {
            return Files.readAllLines(data.resolve("env")).stream()
                    .filter(line -> line.startsWith("export " + name + "="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("'", ""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
