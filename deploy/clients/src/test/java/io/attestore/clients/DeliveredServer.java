package io.attestore.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The server's jar in a process of its own, on free ports. Its root's credentials are those of its env file. */
final class DeliveredServer implements AutoCloseable {

    static final String REGION = "eu-central-1";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String READY = "Attestore is ready on ";
    private static final String EXPORT = "export ";

    private final Path output;
    private final Process process;
    private final URI endpoint;
    private final Map<String, String> environment;

    private DeliveredServer(Path data, Path output, Process process) throws IOException, InterruptedException {
        this.output = output;
        this.process = process;
        this.endpoint = awaitReady();
        this.environment = environment(data.resolve("env"));
    }

    static DeliveredServer start(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("attestore.jar"),
                "start",
                "--data=" + data,
                "--port=0",
                "--management-port=0");
        builder.environment().keySet().removeIf(name -> name.startsWith("ATTESTORE_"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return new DeliveredServer(data, output, process);
        } catch (RuntimeException | IOException | InterruptedException failure) {
            process.destroy();
            throw failure;
        }
    }

    URI endpoint() {
        return endpoint;
    }

    String accessKey() {
        return environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    }

    String secretKey() {
        return environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    }

    <C, B extends AwsClientBuilder<B, C>> C client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey(), secretKey())))
                .build();
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
            try (Stream<String> lines = Files.lines(output)) {
                Optional<String> ready =
                        lines.filter(line -> line.startsWith(READY)).findFirst();
                if (ready.isPresent()) {
                    return URI.create(ready.get().substring(READY.length()).strip());
                }
            } catch (UncheckedIOException beingWritten) {
                // Read again.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The server did not start: " + Files.readString(output));
    }

    private static Map<String, String> environment(Path file) throws IOException {
        Map<String, String> variables = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            if (line.startsWith(EXPORT)) {
                String[] nameAndValue = line.substring(EXPORT.length()).split("=", 2);
                variables.put(nameAndValue[0], nameAndValue[1].replace("'", ""));
            }
        }
        return variables;
    }
}
