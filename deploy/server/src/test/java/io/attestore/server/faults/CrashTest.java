package io.attestore.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.torture.client.Answer;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.process.ChildServer;
import io.attestore.server.torture.process.Postmaster;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed in the middle of its work, alone or together with its database. What it had acknowledged is there
 * afterwards, and of every value that had left it there is a record.
 */
class CrashTest {

    /** Another seed by {@code -Dattestore.crash.seed}; each is printed. */
    private static final long SEED = Long.getLong("attestore.crash.seed", System.nanoTime());

    private static final int WORKERS = 6;
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    @TempDir
    Path folder;

    /** What one client was told until its server died; it alone changes the things it names. */
    private static final class Worker {

        private final ApiClient client;
        private final String name;
        private final String keyId;
        private final Random random;
        private final List<String> acknowledged = new ArrayList<>();
        private String unanswered = "";
        private int rotations;
        private String keyState = "Enabled";
        private String keyStateAsked = "Enabled";

        Worker(ApiClient client, String name, Random random) {
            this.client = client;
            this.name = name;
            this.random = random;
            this.keyId = client.kms("CreateKey", "{}")
                    .json()
                    .path("KeyMetadata")
                    .path("KeyId")
                    .asString();
        }

        /** Works until there is no answer. */
        void run(Queue<Answer> readings, Queue<Answer> errors) {
            try {
                while (true) {
                    step(readings, errors);
                }
            } catch (UncheckedIOException dead) {
                // what was asked last may have happened or not
            }
        }

        private void step(Queue<Answer> readings, Queue<Answer> errors) {
            int choice = random.nextInt(20);
            if (choice < 7) {
                put(errors);
            } else if (choice < 17) {
                read(readings, errors);
            } else if (choice < 19) {
                switchKey(errors);
            } else if (keyState.equals("Enabled") && rotations < 8) {
                rotate(errors);
            }
        }

        private void put(Queue<Answer> errors) {
            String value = name + "=" + acknowledged.size() + "=" + random.nextLong();
            unanswered = value;
            Answer answer = client.put(name, value);
            if (answer.isOk()) {
                assertThat(answer.json().path("Version").asInt()).isEqualTo(acknowledged.size() + 1);
                acknowledged.add(value);
            } else {
                errors.add(answer);
            }
            unanswered = "";
        }

        private void read(Queue<Answer> readings, Queue<Answer> errors) {
            if (acknowledged.isEmpty()) {
                return;
            }
            Answer answer = client.get(name);
            if (answer.isOk()) {
                assertThat(answer.value()).isEqualTo(acknowledged.getLast());
                readings.add(answer);
            } else {
                errors.add(answer);
            }
        }

        private void switchKey(Queue<Answer> errors) {
            keyStateAsked = keyState.equals("Enabled") ? "Disabled" : "Enabled";
            Answer answer = client.kms(
                    keyState.equals("Enabled") ? "DisableKey" : "EnableKey", "{\"KeyId\":\"" + keyId + "\"}");
            if (answer.isOk()) {
                keyState = keyStateAsked;
            } else {
                errors.add(answer);
                keyStateAsked = keyState;
            }
        }

        private void rotate(Queue<Answer> errors) {
            Answer answer = client.kms("RotateKeyOnDemand", "{\"KeyId\":\"" + keyId + "\"}");
            if (answer.isOk()) {
                rotations++;
            } else {
                errors.add(answer);
            }
        }

        void requireKept(ApiClient again) {
            for (int version = 1; version <= acknowledged.size(); version++) {
                Answer answer = again.get(name + ":" + version);
                assertThat(answer.isOk())
                        .as(name + ":" + version + " " + answer)
                        .isTrue();
                assertThat(answer.value()).isEqualTo(acknowledged.get(version - 1));
            }
            if (!acknowledged.isEmpty()) {
                assertThat(again.get(name).value()).isIn(acknowledged.getLast(), unanswered);
            }
            assertThat(again.kms("DescribeKey", "{\"KeyId\":\"" + keyId + "\"}")
                            .json()
                            .path("KeyMetadata")
                            .path("KeyState")
                            .asString())
                    .isIn(keyState, keyStateAsked);
        }
    }

    @Test
    void aKilledServerHasKeptWhatItAcknowledgedAndRecordedEveryValueThatLeftIt() throws Exception {
        System.out.println("CrashTest: -Dattestore.crash.seed=" + SEED);
        Random random = new Random(SEED);
        Path data = folder.resolve("data");
        ChildServer server = ChildServer.start(data, Map.of());
        try {
            for (int round = 0; round < REGIONS.size(); round++) {
                boolean withDatabase = round % 2 == 1;
                Queue<Answer> readings = new ConcurrentLinkedQueue<>();
                List<Worker> workers = crash(server, REGIONS.get(round), random, withDatabase, readings);
                server = ChildServer.start(data, Map.of());
                requireKept(server, REGIONS.get(round), workers, readings);
                WholeRecord.assertWhole(data);
            }
        } finally {
            server.close();
        }
    }

    private static List<Worker> crash(
            ChildServer server, String region, Random random, boolean withDatabase, Queue<Answer> readings)
            throws Exception {
        Queue<Answer> errors = new ConcurrentLinkedQueue<>();
        Set<Throwable> wrong = ConcurrentHashMap.newKeySet();
        Postmaster postgres = server.postgres();
        try (ApiClient client = server.client(region)) {
            List<Worker> workers = IntStream.range(0, WORKERS)
                    .mapToObj(i -> new Worker(client, "/crash/" + i, new Random(random.nextLong())))
                    .toList();
            List<Thread> threads = workers.stream()
                    .map(worker -> Thread.ofVirtual()
                            .uncaughtExceptionHandler((thread, failure) -> wrong.add(failure))
                            .start(() -> worker.run(readings, errors)))
                    .toList();
            Thread.sleep(1_000 + random.nextInt(1_500));
            if (withDatabase) {
                postgres.kill();
            }
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(wrong).isEmpty();
            assertThat(errors).allMatch(error -> withDatabase && error.status() == 503);
            assertThat(readings).isNotEmpty();
            return workers;
        }
    }

    private static void requireKept(ChildServer server, String region, List<Worker> workers, Queue<Answer> readings) {
        try (ApiClient client = server.client(region)) {
            assertThat(client.requestIdsOf("GetParameter"))
                    .containsAll(readings.stream().map(Answer::requestId).toList());
            workers.forEach(worker -> worker.requireKept(client));
            System.out.println("CrashTest: " + region + ": " + readings.size() + " values read, "
                    + workers.stream()
                            .mapToInt(worker -> worker.acknowledged.size())
                            .sum()
                    + " written, all kept and recorded");
        }
    }
}
