package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.conventions.RunsAlone;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.hot.StateCache;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.server.RunningServer;
import io.attestore.server.snapshots.StoredSnapshots;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * Pages of parameters that have a hundred versions of 4 KB each and are not in memory. The times are those of a client,
 * and reported; the limit is generous, for the machine that builds is busy.
 */
@RunsAlone
class ColdPagesTest {

    private static final int PARAMETERS = 50;
    private static final int VERSIONS = 100;
    private static final int VALUE_LENGTH = 4096;
    private static final int ROUNDS = 60;

    /** For what folds all histories, is slow by nature and only reported. */
    private static final int ROUNDS_OF_FOLDING = 8;

    private static final Duration PAGE_MAX = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void cold_pages_of_parameters_with_many_versions_come_quickly() throws Exception {
        try (RunningServer server = RunningServer.start(data, Map.of("attestore.log.window-events-max", "100"));
                SsmClient ssm = server.client(SsmClient.builder())) {
            putAll(ssm);
            Runnable values = () -> assertThat(ssm.getParametersByPath(request ->
                                    request.path("/cold").maxResults(10).withDecryption(true))
                            .parameters())
                    .hasSize(10);
            Runnable descriptions = () -> assertThat(ssm.describeParameters(request -> request.maxResults(50))
                            .parameters())
                    .hasSize(50);
            StateCache states = server.bean(StateCache.class);
            StoredSnapshots snapshots = server.bean(StoredSnapshots.class);
            HotStates hot = server.bean(HotStates.class);
            List<ParameterId> ids = ids(server);
            Runnable alone = () -> hot.fetch(Parameter.TYPE, ids);
            Runnable forgetAll = () -> {
                snapshots.clear();
                states.clear();
            };

            median("GetParametersByPath, 10 values, hot", ROUNDS, () -> {}, values);
            median("DescribeParameters, 50, hot", ROUNDS, () -> {}, descriptions);
            median("GetParametersByPath, 10 values, cold, nothing stored", ROUNDS_OF_FOLDING, forgetAll, values);
            median("DescribeParameters, 50, cold, nothing stored", ROUNDS_OF_FOLDING, forgetAll, descriptions);
            median("the states of 50 parameters alone, nothing stored", ROUNDS_OF_FOLDING, forgetAll, alone);
            awaitStored(server, descriptions);
            median("the states of 50 parameters alone", ROUNDS, states::clear, alone);
            Duration valuesCold = median("GetParametersByPath, 10 values, cold", ROUNDS, states::clear, values);
            Duration descriptionsCold = median("DescribeParameters, 50, cold", ROUNDS, states::clear, descriptions);

            assertThat(valuesCold).isLessThan(PAGE_MAX);
            assertThat(descriptionsCold).isLessThan(PAGE_MAX);
        }
    }

    private static void putAll(SsmClient ssm) throws Exception {
        Random random = new Random(1);
        try (var executor = Executors.newFixedThreadPool(16)) {
            List<Future<?>> puts = new ArrayList<>();
            for (int parameter = 0; parameter < PARAMETERS; parameter++) {
                String name = name(parameter);
                String value = random.ints(VALUE_LENGTH, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                Callable<Void> put = () -> {
                    for (int version = 1; version <= VERSIONS; version++) {
                        ssm.putParameter(request -> request.name(name)
                                .type(ParameterType.STRING)
                                .value(value)
                                .overwrite(true));
                    }
                    return null;
                };
                puts.add(executor.submit(put));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        }
    }

    private static List<ParameterId> ids(RunningServer server) {
        AccountRegion where = new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
        return IntStream.range(0, PARAMETERS)
                .mapToObj(number -> ParameterId.of(where, new ParameterName(name(number))))
                .toList();
    }

    private static String name(int number) {
        return "/cold/%03d".formatted(number);
    }

    /** Until a page takes all its parameters from where they are stored. */
    private static void awaitStored(RunningServer server, Runnable descriptions) throws Exception {
        MeterRegistry meters = server.bean(MeterRegistry.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        double before;
        do {
            Thread.sleep(200);
            server.bean(StateCache.class).clear();
            before = meters.get("attestore.log.sourcing.sql").counter().count();
            descriptions.run();
        } while (meters.get("attestore.log.sourcing.sql").counter().count() > before + 3 && System.nanoTime() < end);
    }

    /** Of the later half, when it is warm. */
    private static Duration median(String what, int rounds, Runnable before, Runnable page) {
        long[] nanos = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            before.run();
            long start = System.nanoTime();
            page.run();
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos, rounds / 2, rounds);
        Duration median = Duration.ofNanos(nanos[rounds * 3 / 4]);
        System.getLogger(ColdPagesTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "%s: median %d µs, fastest %d µs"
                                .formatted(what, median.toNanos() / 1000, nanos[rounds / 2] / 1000));
        return median;
    }
}
