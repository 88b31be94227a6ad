package io.attestore.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's README, as far as it is run. */
final class Readme {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private static final String FENCE = "```";

    private Readme() {}

    /** The lines of the fenced block after the comment {@code <!-- scenario: run by NAME -->}. */
    static List<String> scenario(String runBy) throws IOException {
        List<String> lines = Files.readAllLines(PROJECT.resolve("README.md"));
        int comment = lines.indexOf("<!-- scenario: run by " + runBy + " -->");
        if (comment < 0 || !lines.get(comment + 1).startsWith(FENCE)) {
            throw new IllegalStateException("The README has no scenario that is run by " + runBy);
        }
        List<String> block = lines.subList(comment + 2, lines.size());
        return block.subList(0, block.indexOf(FENCE));
    }
}
