package io.attestore.server.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.server.bench.SigningClient.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, from the same jar as this one, with the launcher's memory. */
final class ChildServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Attestore is ready on (http://\\S+)");
    private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)='?([^']*)'?");
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Target target;

    private ChildServer(Process process, Target target) {
        this.process = process;
        this.target = target;
    }

    /** The real thing, on an empty embedded database. */
    static ChildServer attestore(Path data) throws IOException {
        Process process = java(
                List.of("-jar", jar(), "start", "--data", data.toString(), "--port", "0", "--management-port", "0"));
        URI endpoint = awaitReady(process);
        String accessKeyId = "";
        String secretAccessKey = "";
        for (String line : Files.readAllLines(data.resolve("env"))) {
            Matcher export = EXPORT.matcher(line);
            if (export.matches() && export.group(1).equals("AWS_ACCESS_KEY_ID")) {
                accessKeyId = export.group(2);
            } else if (export.matches() && export.group(1).equals("AWS_SECRET_ACCESS_KEY")) {
                secretAccessKey = export.group(2);
            }
        }
        return new ChildServer(
                process, new Target(endpoint.getHost(), endpoint.getPort(), "us-east-1", accessKeyId, secretAccessKey));
    }

    /** The same HTTP server and door, with a runner behind it that answers at once. */
    static ChildServer doorAlone() throws IOException {
        Process process = java(List.of(
                "-Dloader.main=" + DoorAlone.class.getName(),
                "-cp",
                jar(),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        URI endpoint = awaitReady(process);
        return new ChildServer(process, DoorAlone.target(endpoint.getHost(), endpoint.getPort()));
    }

    Target target() {
        return target;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Process java(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx1g", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    /** The launcher starts this process by {@code java -jar}, so the class path is the jar. */
    private static String jar() {
        String jar = System.getProperty("java.class.path", "");
        if (!jar.endsWith(".jar")) {
            throw new IllegalStateException("The benchmark runs from the jar only: ./attestore bench");
        }
        return jar;
    }

    private static URI awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
        }
        throw new IOException("A server for the benchmark did not start");
    }
}
