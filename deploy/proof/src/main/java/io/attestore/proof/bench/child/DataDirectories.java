package io.attestore.proof.bench.child;

import io.attestore.server.settings.StoreSettings;
import java.nio.file.Path;

/** Where the measured servers keep what they keep. */
public final class DataDirectories {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_PORT = 0;

    private DataDirectories() {}

    /** A data directory with the default places in it. */
    public static StoreSettings at(Path directory) {
        return new StoreSettings(directory, null, null, null, LOOPBACK, ANY_PORT);
    }
}
