package io.attestore.proof.training;

import io.attestore.proof.program.ServerProgram;
import io.attestore.proof.program.StartedProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A server whose JVM notes what is used (JEP 483) and writes it down when it ends in order. It is the server's own
 * program, started as it always is: a cache fits no other class path.
 */
final class TrainedServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("^Attestore is ready on (.+)$");
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final URI endpoint;
    private final int managementPort;

    private TrainedServer(Process process, URI endpoint, int managementPort) {
        this.process = process;
        this.endpoint = endpoint;
        this.managementPort = managementPort;
    }

    /** Returns when it answers. */
    static TrainedServer start(Path data, Path configuration) throws IOException, InterruptedException {
        int managementPort = StartedProcess.freePort();
        List<String> command = new ArrayList<>();
        command.add(ServerProgram.java());
        command.addAll(ServerProgram.optionsWithoutCache());
        command.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration));
        command.addAll(ServerProgram.launch());
        command.addAll(List.of("start", "--data=" + data, "--port=0", "--management-port=" + managementPort));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        Optional<String> endpoint = StartedProcess.awaitLine(process, READY);
        if (endpoint.isEmpty()) {
            throw new TrainingException("the server for the training run ended with " + process.waitFor());
        }
        return new TrainedServer(process, URI.create(endpoint.get()), managementPort);
    }

    URI endpoint() {
        return endpoint;
    }

    String management() {
        return "http://127.0.0.1:" + managementPort;
    }

    /** Stops it in order, and waits until its JVM has written what it noted. */
    @Override
    public void close() throws InterruptedException {
        process.toHandle().destroy(); // and leaves its output open, to which it still speaks
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
