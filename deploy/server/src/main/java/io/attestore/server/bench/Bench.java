package io.attestore.server.bench;

import java.util.List;
import java.util.function.Consumer;

/** Where the benchmark comes in. */
public final class Bench {

    private static final int FAILED = 1;

    private Bench() {}

    /**
     * Runs the benchmark.
     *
     * @return the exit code
     */
    public static int run(List<String> arguments, Consumer<String> out) {
        out.accept("This build of Attestore has no benchmark.");
        return FAILED;
    }
}
