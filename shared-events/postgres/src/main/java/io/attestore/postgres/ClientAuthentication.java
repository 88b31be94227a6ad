package io.attestore.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who may enter the server: whoever knows a password, from this machine. The file lies beside the data directory, is ours
 * and not the server's, and is written anew at each start; what stands in the data directory's own does not count.
 */
final class ClientAuthentication {

    private static final String RULES = """
            # Written at each start. There is no line of trust or peer, on purpose.
            host all         all 127.0.0.1/32 scram-sha-256
            host replication all 127.0.0.1/32 scram-sha-256
            """;

    private ClientAuthentication() {}

    /** Writes the rules and answers where they are. */
    static Path writtenIn(Path directory) throws IOException {
        Path draft = directory.resolve("pg_hba.unfinished");
        Files.deleteIfExists(draft);
        Files.writeString(draft, RULES);
        FileTree.makeReadable(draft);
        return Files.move(draft, directory.resolve("pg_hba.conf"), ATOMIC_MOVE);
    }
}
