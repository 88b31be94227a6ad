package io.attestore.proof.training;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The command {@code train}: starts a server on a store of its own, calls it and stops it. The launcher runs it once per
 * build; the server's JVM notes which classes were loaded and which methods ran often, for the AOT cache (JEP 483 and
 * JEP 515) that later starts begin with.
 *
 * <p>The store is thrown away afterwards, so it has to be a new one: nobody's data is ever trained on.
 */
public final class TrainingRun {

    private static final String REGION = "us-east-1";
    private static final Duration READS_LIMIT = Duration.ofSeconds(3);
    private static final int READS_MAX = 500;

    private final ApiClient client;

    private TrainingRun(ApiClient client) {
        this.client = client;
    }

    /**
     * @param arguments {@code --data DIR --aot-configuration FILE}, where neither is there yet
     * @return the exit code
     * @throws IllegalArgumentException if they are not that
     * @throws TrainingException if a call fails, or the server's JVM has noted nothing
     */
    public static int run(List<String> arguments) {
        Path data = missing("--data", arguments);
        Path configuration = missing("--aot-configuration", arguments);
        try (TrainedServer server = TrainedServer.start(data, configuration);
                ApiClient client = new ApiClient(server.endpoint(), Credentials.in(data), REGION)) {
            new TrainingRun(client).calls();
            look(server.management() + "/health");
            look(server.management() + "/metrics");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TrainingException("the training run was stopped", stopped);
        } catch (IOException failed) {
            throw new TrainingException("the training run failed: " + failed.getMessage(), failed);
        }
        requireNotes(configuration);
        return 0;
    }

    /** A JVM that may not note anything, of classes in folders for instance, leaves an empty file. */
    private static void requireNotes(Path configuration) {
        try {
            if (Files.exists(configuration) && Files.size(configuration) > 0) {
                return;
            }
        } catch (IOException unreadable) {
            throw new TrainingException("the notes of the server's JVM cannot be read", unreadable);
        }
        throw new TrainingException("the server's JVM has not noted anything in " + configuration);
    }

    private static Path missing(String option, List<String> arguments) {
        int index = arguments.indexOf(option);
        if (index < 0 || index + 1 >= arguments.size() || Files.exists(Path.of(arguments.get(index + 1)))) {
            throw new IllegalArgumentException("train needs " + option + " with what is not there yet");
        }
        return Path.of(arguments.get(index + 1));
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
