package io.attestore.proof.bench.child;

import io.attestore.server.settings.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long servers took from the start of their process until they were ready.
 *
 * @param empty in seconds, in a directory that was not there
 * @param existing in seconds, in that directory again
 * @param store the last directory
 * @param server the server that now runs in it; whoever asked for it closes it
 */
public record Starts(List<Double> empty, List<Double> existing, StoreSettings store, ChildServer server) {

    /** Starts a server twice in each of so many new directories. */
    public static Starts in(Path folder, int times) throws Exception {
        List<Double> empty = new ArrayList<>();
        List<Double> existing = new ArrayList<>();
        for (int time = 1; ; time++) {
            StoreSettings store = DataDirectories.at(folder.resolve("data-" + time));
            try (ChildServer first = ChildServer.attestore(store)) {
                empty.add(first.startSeconds());
            }
            ChildServer again = ChildServer.attestore(store);
            existing.add(again.startSeconds());
            if (time == times) {
                return new Starts(empty, existing, store, again);
            }
            again.close();
        }
    }
}
