package io.attestore.proof.torture.process;

import io.attestore.proof.program.ServerProgram;
import io.attestore.proof.program.StartedProcess;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, started as from the command line, that can be killed. */
public final class ChildServer implements AutoCloseable {

    private static final String READY = "Attestore is ready on ";

    private static final int ANY_PORT = 0;
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx384m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int REFUSED_TO_START = 1;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Process process;
    private final Path data;
    private final Path output;
    private final int managementPort;

    private ChildServer(Process process, Path data, Path output, int managementPort) {
        this.process = process;
        this.data = data;
        this.output = output;
        this.managementPort = managementPort;
    }

    /** A server that is ready. Its output goes to a file beside its data directory. */
    public static ChildServer start(Path data, Map<String, String> settings) {
        return start(data, settings, List.of());
    }

    /**
     * A server that is ready.
     *
     * @param javaOptions go before those of a usual child
     * @throws IllegalStateException if it ends before it is, with its output
     */
    public static ChildServer start(Path data, Map<String, String> settings, List<String> javaOptions) {
        ChildServer server = launch(data, ANY_PORT, settings, javaOptions);
        try {
            Wait.until("the server is ready", START_LIMIT, () -> server.output().contains(READY) || !server.isAlive());
        } catch (InterruptedException e) {
            server.process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (AssertionError late) {
            server.close();
            throw late;
        }
        if (!server.isAlive()) {
            throw new IllegalStateException("The server did not start: " + server.output());
        }
        return server;
    }

    /** A server that is being started. */
    public static ChildServer launch(Path data, int port, Map<String, String> settings) {
        return launch(data, port, settings, List.of());
    }

    private static ChildServer launch(Path data, int port, Map<String, String> settings, List<String> javaOptions) {
        Path output = data.resolveSibling(data.getFileName() + "-" + System.nanoTime() + ".log");
        int managementPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(ServerProgram.java());
        command.addAll(JAVA_OPTIONS);
        command.addAll(ServerProgram.quickStart());
        command.addAll(javaOptions);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(ServerProgram.launch());
        command.addAll(List.of("start", "--data=" + data, "--port=" + port, "--management-port=" + managementPort));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ChildServer(process, data, output, managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try {
            return StartedProcess.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for its end by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server still runs: " + output());
        }
        return process.exitValue();
    }

    public URI endpoint() {
        String text = output();
        int start = text.indexOf(READY) + READY.length();
        return URI.create(text.substring(start, text.indexOf('\n', start)).strip());
    }

    /** Where health and metrics are. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    public ApiClient client(String region) {
        return new ApiClient(endpoint(), Credentials.in(data), region);
    }

    public Postmaster postgres() throws IOException {
        return Postmaster.of(data.resolve("postgres"));
    }

    public Path data() {
        return data;
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /**
     * Stops it in order, with its database; of one that was killed, the database that it has left. One that refused to
     * start has none: what runs there is another's.
     */
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
        if (process.isAlive() || process.exitValue() != REFUSED_TO_START) {
            Postmaster.runningIn(data.resolve("postgres")).ifPresent(Postmaster::killWithChildren);
        }
    }
}
