package io.attestore.server.training;

import io.attestore.server.torture.client.Answer;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.client.Credentials;
import io.attestore.server.torture.faults.ServerStarter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The command {@code train}: a server that starts on a store of its own, answers some calls and stops, all within this
 * process. The launcher runs it once per build under a JVM that notes which classes were loaded and which methods ran
 * often, for the AOT cache (JEP 483 and JEP 515) that later starts begin with.
 *
 * <p>The store is thrown away afterwards, so it has to be a new one: nobody's data is ever trained on.
 */
public final class TrainingRun {

    private static final String DATA = "attestore.data";
    private static final String REGION = "us-east-1";
    private static final Duration READS_LIMIT = Duration.ofSeconds(3);
    private static final int READS_MAX = 500;

    private final ApiClient client;

    private TrainingRun(ApiClient client) {
        this.client = client;
    }

    /**
     * @param settings of the command line; the data directory among them
     * @throws TrainingException if the data directory is missing in them or there already, or a call fails
     */
    public static void run(Map<String, String> settings, ServerStarter starter) {
        Path data = newDirectory(settings);
        Map<String, String> own = Map.of(
                DATA,
                data.toString(),
                "attestore.host",
                "127.0.0.1",
                "attestore.port",
                "0",
                "attestore.management.port",
                "0");
        try (ServerStarter.Started server = starter.start(own, Clock.systemUTC());
                ApiClient client = new ApiClient(URI.create(server.endpoint()), Credentials.in(data), REGION)) {
            new TrainingRun(client).calls();
            look(server.management() + "/health");
            look(server.management() + "/metrics");
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new TrainingException("the training run failed", failed);
        }
    }

    private static Path newDirectory(Map<String, String> settings) {
        String data = settings.getOrDefault(DATA, "");
        if (data.isEmpty() || Files.exists(Path.of(data))) {
            throw new TrainingException("train needs --data and a directory that is not there yet: it is thrown away");
        }
        return Path.of(data);
    }

    private void calls() {
        require(client.put("/training/secret", "of nobody"));
        long end = System.nanoTime() + READS_LIMIT.toNanos();
        for (int read = 0; read < READS_MAX && System.nanoTime() < end; read++) {
            require(client.get("/training/secret"));
        }
        require(client.ssm("GetParametersByPath", """
                {"Path":"/training/","WithDecryption":true}"""));
        require(client.kms("DescribeKey", """
                {"KeyId":"alias/aws/ssm"}"""));
        client.newestRecords(1);
    }

    private static void require(Answer answer) {
        if (!answer.isOk()) {
            throw new TrainingException("a call of the training run was answered " + answer.status());
        }
    }

    private static void look(String address) throws IOException {
        try (InputStream page = URI.create(address).toURL().openStream()) {
            page.readAllBytes();
        }
    }
}
