package io.attestore.server;

import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.postgres.ReadyCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/**
 * A data directory in which a first start has just made a root key and an empty database, so that the first start of a
 * test need not wait for {@code initdb}. All else that a first start makes is still to be made.
 */
public final class FreshStore {

    private FreshStore() {}

    /** Does nothing where there is something already, or where these settings name a database elsewhere. */
    public static void prepare(Path data, Map<String, String> settings) {
        Path rootKey = data.resolve("root.key");
        Path postgres = data.resolve("postgres");
        if (settings.containsKey("attestore.jdbc.url") || Files.exists(rootKey) || Files.exists(postgres)) {
            return;
        }
        ReadyCluster.copyTo(postgres);
        if (Files.exists(postgres)) {
            try {
                RootKeyFile.loadOrCreate(rootKey, new SecureRandom()).close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
