package io.attestore.server.keycopy;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.attestore.cryptography.export.KeyExport;
import io.attestore.server.settings.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** {@code export-keys} and {@code import-keys}: works on the directory of keys, whether a server runs or not. */
public final class KeysCommand {

    private static final long PEM_BYTES_MAX = 4096;
    private static final long EXPORT_BYTES_MAX = 129L << 20;

    private final StoreSettings store;
    private final Consumer<String> out;

    public KeysCommand(StoreSettings store, Consumer<String> out) {
        this.store = store;
        this.out = out;
    }

    /** Seals the keys to a public key, into a file that is not there yet. */
    public void export(Path recipient, Path file) {
        try {
            byte[] export = KeyExport.seal(store.keys(), read(recipient, PEM_BYTES_MAX));
            Files.write(file, export, CREATE_NEW, WRITE);
            out.accept("Sealed the keys of " + store.keys() + " to " + recipient + ": " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be exported: " + e, e);
        }
    }

    /** Puts the keys of an export into the directory of keys, which must have none. */
    public void restore(Path privateKey, Path file) {
        try {
            byte[] key = read(privateKey, PEM_BYTES_MAX);
            try {
                KeyExport.restore(store.keys(), read(file, EXPORT_BYTES_MAX), key);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
            out.accept("Put the keys of " + file + " into " + store.keys());
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be imported: " + e, e);
        }
    }

    private static byte[] read(Path file, long bytesMax) throws IOException {
        if (Files.size(file) > bytesMax) {
            throw new IOException(file + " is too long");
        }
        return Files.readAllBytes(file);
    }
}
