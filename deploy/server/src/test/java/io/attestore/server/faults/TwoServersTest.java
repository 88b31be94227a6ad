package io.attestore.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.postgres.TestDatabase;
import io.attestore.server.torture.client.Answer;
import io.attestore.server.torture.client.ApiClient;
import io.attestore.server.torture.client.Credentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database answer as one: what either has answered holds on the other at once. */
class TwoServersTest {

    private static final int ROUNDS = 40;

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static Map<String, String> access;
    private static LiveServer first;
    private static LiveServer second;
    private static ApiClient a;
    private static ApiClient b;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        access = LiveServer.on(database.settings());
        Map<String, String> settings = new HashMap<>(access);
        settings.put("attestore.root-key-file", folder.resolve("root.key").toString());
        first = LiveServer.start(folder.resolve("a"), settings);
        second = LiveServer.start(folder.resolve("b"), settings);
        Credentials credentials = Credentials.in(folder.resolve("a"));
        a = first.client(credentials);
        b = second.client(credentials);
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        second.close();
        first.close();
        database.close();
    }

    @Test
    void whatOneHasWrittenTheOtherReadsAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            ApiClient writer = round % 2 == 0 ? a : b;
            ApiClient reader = round % 2 == 0 ? b : a;
            assertThat(writer.put("/across", "v" + round).isOk()).isTrue();
            Answer read = reader.get("/across");
            assertThat(read.value()).as(read.toString()).isEqualTo("v" + round);
        }
    }

    @Test
    void afterOneHasAnsweredDisableKeyNoReadThatBeginsOnTheOtherOpensAValue() throws Exception {
        String key = a.kms("CreateKey", "{}")
                .json()
                .path("KeyMetadata")
                .path("KeyId")
                .asString();
        assertThat(a.ssm("PutParameter", """
                        {"Name":"/under-key","Value":"secret","Type":"SecureString","KeyId":"%s"}""".formatted(key)).isOk()).isTrue();
        assertNeverOpensAfter(
                () -> a.kms("DisableKey", "{\"KeyId\":\"" + key + "\"}"),
                () -> b.get("/under-key"),
                () -> b.kms("EnableKey", "{\"KeyId\":\"" + key + "\"}"));
    }

    @Test
    void afterOneHasAnsweredDeleteParameterNoReadThatBeginsOnTheOtherFindsIt() throws Exception {
        assertThat(a.put("/deleted", "secret").isOk()).isTrue();
        assertNeverOpensAfter(
                () -> a.ssm("DeleteParameter", "{\"Name\":\"/deleted\"}"),
                () -> b.get("/deleted"),
                () -> b.put("/deleted", "secret"));
    }

    @Test
    void concurrentWritesThroughBothGetVersionsOfTheirOwnWithoutAGap() throws Exception {
        Set<Integer> versions = new ConcurrentSkipListSet<>();
        int each = 15;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (ApiClient client : List.of(a, b, a, b)) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        Answer answer = client.put("/contended", "v");
                        while (answer.error().equals("ThrottlingException")) {
                            answer = client.put("/contended", "v");
                        }
                        assertThat(answer.isOk()).as(answer.toString()).isTrue();
                        assertThat(versions.add(answer.json().path("Version").asInt()))
                                .as("a version of its own")
                                .isTrue();
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(versions)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 4 * each).boxed().toList());
        WholeRecord.assertWhole(folder.resolve("a"), withRootKey());
    }

    /** Readers hammer while it is closed and opened again, round by round. */
    private static void assertNeverOpensAfter(Callable<Answer> close, Callable<Answer> read, Callable<Answer> open)
            throws Exception {
        int opened = 0;
        for (int round = 0; round < ROUNDS / 2; round++) {
            AtomicBoolean closed = new AtomicBoolean();
            AtomicBoolean stop = new AtomicBoolean();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> readers = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    readers.add(threads.submit(() -> {
                        int values = 0;
                        while (!stop.get()) {
                            boolean begunAfter = closed.get();
                            Answer answer = read.call();
                            assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
                            if (answer.isOk()) {
                                values++;
                                assertThat(begunAfter)
                                        .as("began after it was closed")
                                        .isFalse();
                            }
                        }
                        return values;
                    }));
                }
                Thread.sleep(20);
                Answer answer = close.call();
                while (answer.error().equals("ThrottlingException")) {
                    answer = close.call();
                }
                assertThat(answer.isOk()).as(answer.toString()).isTrue();
                closed.set(true);
                assertThat(read.call().isOk()).isFalse();
                Thread.sleep(20);
                stop.set(true);
                for (Future<Integer> reader : readers) {
                    opened += reader.get();
                }
            }
            assertThat(open.call().isOk()).isTrue();
        }
        assertThat(opened).as("values that were read while it was open").isPositive();
    }

    private static Map<String, String> withRootKey() {
        Map<String, String> settings = new HashMap<>(access);
        settings.put("attestore.root-key-file", folder.resolve("root.key").toString());
        return settings;
    }
}
