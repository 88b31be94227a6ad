package io.attestore.server.faults;

import io.attestore.server.AttestoreServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, started as from the command line, that can be killed. */
final class ChildServer implements AutoCloseable {

    private static final String READY = "Attestore is ready on ";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final Process process;
    private final Path data;
    private final Path output;

    private ChildServer(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /** A server that is ready. Its output goes to a file beside its data directory. */
    static ChildServer start(Path data, Map<String, String> settings) {
        ChildServer server = launch(data, freePort(), settings);
        try {
            Wait.until("the server is ready", START_LIMIT, () -> server.output().contains(READY) || !server.isAlive());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!server.isAlive()) {
            throw new IllegalStateException("The server did not start: " + server.output());
        }
        return server;
    }

    /** A server that is being started. */
    static ChildServer launch(Path data, int port, Map<String, String> settings) {
        Path output = data.resolveSibling(data.getFileName() + "-" + System.nanoTime() + ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                AttestoreServer.class.getName(),
                "start",
                "--data=" + data,
                "--port=" + port,
                "--management-port=" + freePort()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ChildServer(process, data, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for its end by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server still runs: " + output());
        }
        return process.exitValue();
    }

    URI endpoint() {
        String text = output();
        int start = text.indexOf(READY) + READY.length();
        return URI.create(text.substring(start, text.indexOf('\n', start)).strip());
    }

    ApiClient client(String region) {
        return new ApiClient(endpoint(), Credentials.in(data), region);
    }

    Postmaster postgres() throws IOException {
        return Postmaster.of(data.resolve("postgres"));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Stops it in order, with its database. */
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
}
