package io.attestore.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.conventions.RunsAlone;
import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import io.attestore.proof.torture.client.Credentials;
import io.attestore.server.store.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one account or address does costs the others little. */
@RunsAlone
class OneStopsNobodyElseTest {

    /** The largest pattern that is let through for so long a value: some three million steps. */
    private static final String PATTERN = "((x*)*(x?)*){25}y";

    private static final String SECRET = "a/secret+of-forty-characters-for-a-test-";
    private static final int VALUE_CHARACTERS = 8_000;
    private static final int HOGS = 4;
    private static final int GUESSERS = 12;
    private static final int READS = 400;

    /** Client and server share the processors: what is measured is not how much a client can send. */
    private static final long PAUSE_NANOS = 5_000_000;

    /** For a machine that does other things besides, and for percentiles of few reads. */
    private static final Duration MARGIN = Duration.ofMillis(150);

    @TempDir
    static Path folder;

    private static LiveServer server;
    private static ApiClient hog;
    private static ApiClient honest;

    @BeforeAll
    static void start() throws IOException {
        Path bootstrap = folder.resolve("accounts.json");
        PrivateFile.write(bootstrap, """
                [{"account_id":"111111111111","access_key":"AKIAHOG00000000000AA","secret_key":"%1$s"},
                 {"account_id":"222222222222","access_key":"AKIAHONEST00000000AA","secret_key":"%1$s"}]""".formatted(SECRET));
        Map<String, String> settings = new HashMap<>();
        settings.put("attestore.bootstrap", bootstrap.toString());
        server = LiveServer.start(folder.resolve("data"), settings);
        hog = server.client(new Credentials("AKIAHOG00000000000AA", SECRET));
        honest = server.client(new Credentials("AKIAHONEST00000000AA", SECRET));
        assertThat(honest.put("/honest", "value").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        hog.close();
        honest.close();
        server.close();
    }

    @Test
    void reads_of_another_account_take_at_most_twice_as_long_while_one_has_heavy_patterns_matched() throws Exception {
        reads();
        Duration alone = percentile99(reads());
        Queue<Answer> heavy = new ConcurrentLinkedQueue<>();
        Duration beside = besides(HOGS, () -> heavy.add(heavyPut()), () -> percentile99(reads()));

        assertThat(heavy).isNotEmpty().allMatch(answer -> answer.error().equals("ParameterPatternMismatchException"));
        assertThat(beside)
                .as("p99, alone " + alone)
                .isLessThan(alone.multipliedBy(2).plus(MARGIN));
    }

    @Test
    void a_right_signature_is_not_slowed_by_wrong_ones_from_the_same_address() throws Exception {
        ApiClient guesser =
                server.client(new Credentials("AKIAHONEST00000000AA", "not/the+secret-of-this-access-key-at-all"));
        Queue<Answer> guesses = new ConcurrentLinkedQueue<>();
        reads();
        Duration alone = percentile99(reads());
        long begun = System.nanoTime();
        Duration beside = besides(
                GUESSERS,
                () -> guesses.add(guesser.get("/honest")),
                () -> max(percentile99(reads()), percentile99(reads())));
        guesser.close();
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;

        assertThat(beside)
                .as("p99, alone " + alone)
                .isLessThan(alone.multipliedBy(2).plus(MARGIN));
        assertThat(guesses).extracting(Answer::error).contains("InvalidSignatureException", "ThrottlingException");
        assertThat(guesses.stream()
                        .filter(answer -> answer.error().equals("InvalidSignatureException"))
                        .count())
                .as("wrong signatures that were told so")
                .isLessThanOrEqualTo(2 * 50 + seconds);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Answer heavyPut() {
        return hog.ssm("PutParameter", """
                {"Name":"/heavy","Type":"String","Tier":"Advanced","AllowedPattern":"%s","Value":"%s"}""".formatted(PATTERN, "x".repeat(VALUE_CHARACTERS)));
    }

    private static List<Duration> reads() {
        return IntStream.range(0, READS)
                .mapToObj(_ -> {
                    long begun = System.nanoTime();
                    Answer answer = honest.get("/honest");
                    Duration took = Duration.ofNanos(System.nanoTime() - begun);
                    assertThat(answer.status()).isEqualTo(200);
                    return took;
                })
                .toList();
    }

    private static Duration percentile99(List<Duration> times) {
        Duration[] sorted = times.toArray(Duration[]::new);
        Arrays.sort(sorted);
        return sorted[sorted.length * 99 / 100];
    }

    /** What is measured while so many threads do something else again and again. */
    private static Duration besides(int threads, Runnable something, Callable<Duration> measure) throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (ExecutorService others = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                others.execute(() -> {
                    while (goOn.get()) {
                        something.run();
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                });
            }
            Thread.sleep(500);
            try {
                return measure.call();
            } finally {
                goOn.set(false);
            }
        }
    }
}
