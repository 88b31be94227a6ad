package io.attestore.server.keycopy;

import io.attestore.server.verify.StoreOfSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the arguments of {@code export-keys} and {@code import-keys} and runs them. */
public final class KeysLine {

    private static final String DATA = "--data";
    private static final String DATA_PROPERTY = "attestore.data";

    private KeysLine() {}

    /** @return the exit code */
    public static int export(List<String> words, Consumer<String> out) {
        KeysArguments arguments = new KeysArguments(words, Set.of("--to", "--out", DATA));
        Path recipient = Path.of(arguments.required("--to"));
        Path file = Path.of(arguments.required("--out"));
        return StoreOfSettings.use(arguments.setting(DATA, DATA_PROPERTY), store -> {
            new KeysCommand(store, out).export(recipient, file);
            return 0;
        });
    }

    /** @return the exit code */
    public static int restore(List<String> words, Consumer<String> out) {
        KeysArguments arguments = new KeysArguments(words, Set.of("--key", "--in", DATA));
        Path key = Path.of(arguments.required("--key"));
        Path file = Path.of(arguments.required("--in"));
        return StoreOfSettings.use(arguments.setting(DATA, DATA_PROPERTY), store -> {
            new KeysCommand(store, out).restore(key, file);
            return 0;
        });
    }
}
