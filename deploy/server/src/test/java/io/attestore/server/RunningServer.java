package io.attestore.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * The whole server on free ports, with its embedded database in a temporary folder. One for all tests of a JVM, see
 * {@link #shared()}; a test that needs settings, restarts or a broken database starts its own.
 */
public final class RunningServer implements AutoCloseable {

    private static final class Shared {

        static final RunningServer SERVER = stoppedWithTheJvm(start(Map.of()));
    }

    private final Path data;
    private final Server.Running running;
    private final List<String> progress;
    private final boolean deletedAtTheEnd;

    private RunningServer(Path data, Server.Running running, List<String> progress, boolean deletedAtTheEnd) {
        this.data = data;
        this.running = running;
        this.progress = progress;
        this.deletedAtTheEnd = deletedAtTheEnd;
    }

    /** The server that all tests of this JVM share; each test uses names of its own. */
    public static RunningServer shared() {
        return Shared.SERVER;
    }

    /** A server of the test's own, in a new folder; the test closes it, and the folder is gone. */
    public static RunningServer start(Map<String, String> settings) {
        try {
            return start(Files.createTempDirectory("attestore-test"), settings, Clock.systemUTC(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server of the test's own on a folder that it keeps. */
    public static RunningServer start(Path data, Map<String, String> settings) {
        return start(data, settings, Clock.systemUTC());
    }

    /** A server of the test's own that goes by a clock of the test's. */
    public static RunningServer start(Path data, Map<String, String> settings, Clock clock) {
        return start(data, settings, clock, false);
    }

    private static RunningServer start(Path data, Map<String, String> settings, Clock clock, boolean deletedAtTheEnd) {
        Map<String, String> all = new HashMap<>();
        all.put("attestore.data", data.toString());
        all.put("attestore.port", "0");
        all.put("attestore.management.port", "0");
        all.putAll(settings);
        FreshStore.prepare(data, settings);
        List<String> progress = new CopyOnWriteArrayList<>();
        return new RunningServer(data, Server.start(all, clock, progress::add), progress, deletedAtTheEnd);
    }

    public URI endpoint() {
        return URI.create(running.endpoint());
    }

    /** Where health and metrics are. */
    public URI management() {
        return URI.create(
                "http://127.0.0.1:" + running.context().getEnvironment().getRequiredProperty("local.management.port"));
    }

    public Path data() {
        return data;
    }

    public List<String> progress() {
        return progress;
    }

    public <T> T bean(Class<T> type) {
        return running.context().getBean(type);
    }

    /** The root's credentials, as the env file tells them. */
    public AwsCredentialsProvider credentials() {
        Map<String, String> variables = environment();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(variables.get("AWS_ACCESS_KEY_ID"), variables.get("AWS_SECRET_ACCESS_KEY")));
    }

    /** The variables that the env file exports. */
    public Map<String, String> environment() {
        try (Stream<String> lines = Files.lines(data.resolve("env"))) {
            Map<String, String> variables = new HashMap<>();
            lines.filter(line -> line.startsWith("export ")).forEach(line -> {
                int equals = line.indexOf('=');
                variables.put(line.substring("export ".length(), equals), line.substring(equals + 1));
            });
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An SDK client of this server as the root, e.g. {@code client(SsmClient.builder())}. */
    public <C, B extends AwsClientBuilder<B, C>> C client(B builder) {
        return client(builder, credentials());
    }

    public <C, B extends AwsClientBuilder<B, C>> C client(B builder, AwsCredentialsProvider credentials) {
        return builder.endpointOverride(endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials)
                .build();
    }

    @Override
    public void close() {
        running.close();
        if (deletedAtTheEnd) {
            try {
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static RunningServer stoppedWithTheJvm(RunningServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
