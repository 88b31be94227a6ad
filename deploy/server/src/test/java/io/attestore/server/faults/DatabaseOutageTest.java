package io.attestore.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.attestore.server.torture.client.Answer;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.process.ChildServer;
import io.attestore.server.torture.process.Postmaster;
import io.attestore.server.torture.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database dies, freezes, is stopped, and comes back. */
class DatabaseOutageTest {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    /** What a call may take beyond its time limit: the machine of a test has few processors. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private static final Map<String, String> LIMITS = Map.of(
            "attestore.call.time-limit", TIME_LIMIT.toSeconds() + "s",
            "attestore.log.append-time-limit", TIME_LIMIT.toSeconds() + "s",
            "attestore.log.database-timeout", "3s");

    @TempDir
    Path folder;

    /** Clients that go on reading and writing through whatever happens, and keep what they were told. */
    private static final class Load implements AutoCloseable {

        private final Queue<Answer> values = new ConcurrentLinkedQueue<>();
        private final Queue<Duration> durations = new ConcurrentLinkedQueue<>();
        private final Queue<Answer> failures = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();
        private final ApiClient client;

        Load(ApiClient client) {
            this.client = client;
            for (int i = 0; i < 4; i++) {
                String name = "/load/" + i;
                threads.add(Thread.ofVirtual().start(() -> run(name)));
            }
        }

        private void run(String name) {
            for (int round = 0; running.get(); round++) {
                long begun = System.nanoTime();
                note(client.put(name, "v" + round));
                note(client.get(name));
                durations.add(Duration.ofNanos((System.nanoTime() - begun) / 2));
            }
        }

        private void note(Answer answer) {
            if (!answer.isOk()) {
                failures.add(answer);
            } else if (answer.body().contains("\"Value\"")) {
                values.add(answer);
            }
        }

        @Override
        public void close() throws InterruptedException {
            running.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void anEmbeddedDatabaseThatIsKilledIsStartedAgainAndNothingToldIsMissingInTheRecord() throws Exception {
        Path data = folder.resolve("killed");
        try (LiveServer server = LiveServer.start(data, LIMITS);
                ApiClient client = server.client()) {
            assertThat(client.put("/kept", "before").isOk()).isTrue();
            Postmaster first = Postmaster.of(data.resolve("postgres"));
            try (Load load = new Load(client)) {
                Thread.sleep(700);
                first.kill();
                Wait.until("a call fails", RECOVERY, () -> !load.failures.isEmpty());
                Wait.until(
                        "calls succeed again",
                        RECOVERY,
                        () -> client.get("/kept").isOk());
                load.close();
                requireFailedClosed(load, client);
            }
            Wait.until("readiness", RECOVERY, () -> server.readiness() == 200);
            assertThat(client.get("/kept").value()).isEqualTo("before");
            assertThat(Postmaster.of(data.resolve("postgres"))).isNotEqualTo(first);
            WholeRecord.assertWhole(data);
        }
    }

    @Test
    void aDatabaseThatFreezesLongerThanTheTimeLimitMakesCallsFailInTimeAndAllRecovers() throws Exception {
        Path data = folder.resolve("frozen");
        try (LiveServer server = LiveServer.start(data, LIMITS);
                ApiClient client = server.client()) {
            assertThat(client.put("/kept", "before").isOk()).isTrue();
            Postmaster postgres = Postmaster.of(data.resolve("postgres"));
            try (Load load = new Load(client)) {
                Thread.sleep(500);
                postgres.freeze();
                try {
                    Wait.until("a call fails", RECOVERY, () -> !load.failures.isEmpty());
                    Answer read = timely(() -> client.get("/kept"));
                    assertThat(read.status()).isEqualTo(503);
                    assertThat(read.body()).doesNotContain("before");
                    assertThat(timely(() -> client.put("/kept", "meanwhile")).status())
                            .isEqualTo(503);
                    Wait.until("readiness is down", RECOVERY, () -> server.readiness() == 503);
                } finally {
                    postgres.thaw();
                }
                Wait.until(
                        "calls succeed again",
                        RECOVERY,
                        () -> client.get("/kept").isOk());
                load.close();
                requireFailedClosed(load, client);
            }
            Wait.until("readiness", RECOVERY, () -> server.readiness() == 200);
            assertThat(client.get("/kept").value()).isIn("before", "meanwhile");
            WholeRecord.assertWhole(data);
        }
    }

    @Test
    void anExternalDatabaseThatIsStoppedAndStartedAgainIsFoundAgain() throws Exception {
        Path data = folder.resolve("server");
        EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.in(folder.resolve("database"))
                .withPort(ChildServer.freePort())
                .withSharedBuffersMegabytes(32);
        EmbeddedPostgres database = EmbeddedPostgres.start(settings);
        Map<String, String> access = LiveServer.on(database.connection());
        Map<String, String> all = new HashMap<>(LIMITS);
        all.putAll(access);
        try (LiveServer server = LiveServer.start(data, all);
                ApiClient client = server.client()) {
            assertThat(client.put("/kept", "before").isOk()).isTrue();
            try (Load load = new Load(client)) {
                Thread.sleep(500);
                database.close();
                Answer read = timely(() -> client.get("/kept"));
                assertThat(read.status()).isEqualTo(503);
                assertThat(read.body()).doesNotContain("before");
                assertThat(timely(() -> client.put("/kept", "meanwhile")).status())
                        .isEqualTo(503);
                Wait.until("readiness is down", RECOVERY, () -> server.readiness() == 503);
                database = EmbeddedPostgres.start(settings);
                Wait.until(
                        "calls succeed again",
                        RECOVERY,
                        () -> client.get("/kept").isOk());
                load.close();
                requireFailedClosed(load, client);
            }
            Wait.until("readiness", RECOVERY, () -> server.readiness() == 200);
            assertThat(client.get("/kept").value()).isEqualTo("before");
            WholeRecord.assertWhole(data, access);
        } finally {
            database.close();
        }
    }

    /** Every failure was a 503 in time, and every value that left has its record. */
    private static void requireFailedClosed(Load load, ApiClient client) {
        assertThat(load.failures).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.status()).as(failure.toString()).isEqualTo(503);
            assertThat(failure.requestId()).isNotEmpty();
            assertThat(failure.body()).doesNotContain("Value");
        });
        assertThat(load.durations).allMatch(duration -> duration.compareTo(TIME_LIMIT.plus(SLACK)) < 0);
        assertThat(load.values).isNotEmpty();
        assertThat(client.requestIdsOf("GetParameter"))
                .containsAll(load.values.stream().map(Answer::requestId).toList());
    }

    private static Answer timely(Supplier<Answer> call) {
        long begun = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIME_LIMIT.plus(SLACK));
        return answer;
    }
}
