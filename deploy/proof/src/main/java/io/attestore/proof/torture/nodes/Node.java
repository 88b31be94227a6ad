package io.attestore.proof.torture.nodes;

import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.proof.torture.process.ChildServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One server of the store: a process that can be killed, started again and frozen. */
final class Node implements AutoCloseable {

    private final String name;
    private final Path data;
    private final Map<String, String> settings;
    private volatile ChildServer server;

    private Node(String name, Path data, Map<String, String> settings, ChildServer server) {
        this.name = name;
        this.data = data;
        this.settings = settings;
        this.server = server;
    }

    static Node start(String name, Path folder, Map<String, String> settings) {
        Path data = folder.resolve(name);
        return new Node(name, data, settings, ChildServer.start(data, settings));
    }

    String name() {
        return name;
    }

    Path data() {
        return data;
    }

    /** A client of the process that runs now. The caller closes it. */
    ApiClient client(Credentials credentials, String region) {
        return new ApiClient(server.endpoint(), credentials, region);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        server.kill();
    }

    void startAgain() {
        server = ChildServer.start(data, settings);
    }

    /** As under a garbage collector or a hypervisor that stops the world. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", signal, Long.toString(server.pid())))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        server.close();
    }
}
