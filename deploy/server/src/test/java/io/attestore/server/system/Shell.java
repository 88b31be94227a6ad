package io.attestore.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One bash that runs lines in a folder, each seeing what the lines before it have set. Stops at the first that fails. */
final class Shell {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(100);

    private final Path folder;
    private final Map<String, String> environment;

    Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** A line that was run. */
    record Ran(String line, int exitCode, String output, String errors) {}

    List<Ran> run(List<String> lines) throws IOException, InterruptedException {
        Path script = folder.resolve("script");
        StringBuilder text = new StringBuilder("set -uo pipefail\n");
        for (int number = 0; number < lines.size(); number++) {
            text.append("{\n%2$s\n} >%1$d.out 2>%1$d.err; code=$?; echo $code >%1$d.code; [ $code = 0 ] || exit 1\n"
                    .formatted(number, lines.get(number)));
        }
        Files.writeString(script, text);
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).directory(folder.toFile());
        bash.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("ATTESTORE_"));
        bash.environment().putAll(environment);
        Process process = bash.redirectErrorStream(true)
                .redirectOutput(folder.resolve("bash.out").toFile())
                .start();
        if (!process.waitFor(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
            throw new IllegalStateException("The lines take longer than " + TIME_LIMIT);
        }
        return results(lines);
    }

    /** Makes a command in the folder. */
    void command(String name, List<String> words) throws IOException {
        Path file = folder.resolve(name);
        String quoted = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Files.writeString(file, "#!/bin/sh\nexec " + quoted + " \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<Ran> results(List<String> lines) throws IOException {
        List<Ran> results = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            Path code = folder.resolve(number + ".code");
            if (Files.exists(code)) {
                results.add(new Ran(
                        lines.get(number),
                        Integer.parseInt(Files.readString(code).strip()),
                        Files.readString(folder.resolve(number + ".out")),
                        Files.readString(folder.resolve(number + ".err"))));
            }
        }
        return results;
    }
}
