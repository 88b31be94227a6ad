package io.attestore.proof.torture.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the time of a campaign. It is removed at the end unless there is something in it to look into. */
public final class WorkFolder implements AutoCloseable {

    private final Path path;
    private boolean keep = true;

    private WorkFolder(Path path) {
        this.path = path;
    }

    public static WorkFolder in(Path parent, String prefix) throws IOException {
        return new WorkFolder(Files.createTempDirectory(parent, prefix));
    }

    public Path path() {
        return path;
    }

    /** Without a word it is kept: a campaign that broke off leaves what it has done. */
    public void keepUnless(boolean nothingToSee) {
        keep = !nothingToSee;
    }

    @Override
    public void close() throws IOException {
        if (keep) {
            return;
        }
        try (var tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
