package io.attestore.server.system;

import io.attestore.server.AttestoreServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a process of its own, which says all that it has to say into one file. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String READY = "Attestore is ready on ";

    /** As Spring Boot's console has it: time, level, process, thread and logger before a colon. */
    private static final Pattern SPEAKER = Pattern.compile("\\d{4}-\\S+\\s+[A-Z]+ \\d+ --- \\[.*?\\] (\\S+)\\s+:");

    private final Path data;
    private final Path output;
    private final Process process;
    private final URI endpoint;

    private ServerProcess(Path data, Path output, Process process) throws IOException, InterruptedException {
        this.data = data;
        this.output = output;
        this.process = process;
        this.endpoint = awaitReady();
    }

    /** Starts a server that logs all that a careless operator can make it log. */
    static ServerProcess startTalkative(Path folder) throws IOException, InterruptedException {
        return start(
                folder,
                "-Dlogging.level.root=TRACE",
                "-Dlogging.level.org.apache=TRACE",
                "-Dlogging.level.io.attestore=TRACE");
    }

    static ServerProcess start(Path folder, String... jvmOptions) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path output = folder.resolve("output.log");
        List<String> command = JavaCommand.of(
                List.of(jvmOptions),
                AttestoreServer.class,
                "start",
                "--data=" + data,
                "--port=0",
                "--management-port=0");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return new ServerProcess(data, output, process);
        } catch (RuntimeException | IOException | InterruptedException failure) {
            process.destroy();
            throw failure;
        }
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return data;
    }

    /** Who of all that log has said a trace: the beginning of the line, up to the logger's name. */
    Set<String> saying(List<Trace> traces) throws IOException {
        Set<String> saying = new TreeSet<>();
        String speaker = "";
        try (BufferedReader lines = Files.newBufferedReader(output, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher beginning = SPEAKER.matcher(line);
                if (beginning.lookingAt()) {
                    speaker = beginning.group(1);
                }
                for (String trace : Trace.in(line, traces)) {
                    saying.add(speaker + ": " + trace);
                }
            }
        }
        return saying;
    }

    /** Whether there is a line of this level in the output. */
    boolean hasSaid(String level) throws IOException {
        try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(" " + level + " "));
        }
    }

    /** The root of the account that the server has made, in another Region than the env file names. */
    Tenant root() throws IOException {
        Map<String, String> variables = new HashMap<>();
        String account = "";
        for (String line : Files.readAllLines(data.resolve("env"))) {
            if (line.startsWith("# account ")) {
                account = line.substring("# account ".length());
            } else {
                String[] nameAndValue = line.substring("export ".length()).split("=", 2);
                variables.put(nameAndValue[0], nameAndValue[1].replace("'", ""));
            }
        }
        return new Tenant(
                endpoint,
                account,
                variables.get("AWS_ACCESS_KEY_ID"),
                variables.get("AWS_SECRET_ACCESS_KEY"),
                "eu-north-1");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private URI awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
                var ready = lines.filter(line -> line.startsWith(READY)).findFirst();
                if (ready.isPresent()) {
                    return URI.create(ready.get().substring(READY.length()));
                }
            } catch (UncheckedIOException beingWritten) {
                // Read again.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The server did not start, see " + output);
    }
}
