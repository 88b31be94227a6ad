package io.attestore.proof.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Reads the processor time of one measurement's processes. Safe for many threads. */
public record Meters(OptionalLong serverPid, OptionalLong postmasterPid) {

    /** A server without a database. */
    public static Meters ofServer(long pid) {
        return new Meters(OptionalLong.of(pid), OptionalLong.empty());
    }

    /** @param postgres the directory of an embedded database that runs */
    public static Meters ofDatabase(Path postgres) throws IOException {
        return new Meters(OptionalLong.empty(), OptionalLong.of(postmaster(postgres)));
    }

    /** A server with its embedded database. */
    public static Meters of(long serverPid, Path postgres) throws IOException {
        return new Meters(OptionalLong.of(serverPid), OptionalLong.of(postmaster(postgres)));
    }

    public ProcessorSeconds read() {
        return new ProcessorSeconds(
                serverPid.isPresent() ? ProcessorTime.of(serverPid.getAsLong()) : Double.NaN,
                postmasterPid.isPresent() ? ProcessorTime.ofTree(postmasterPid.getAsLong()) : Double.NaN,
                ProcessorTime.of(ProcessHandle.current().pid()));
    }

    /** The first line of PostgreSQL's own note is its process id. */
    private static long postmaster(Path postgres) throws IOException {
        return Long.parseLong(Files.readAllLines(postgres.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
