package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.server.RunningServer;
import io.attestore.server.client.ManageLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** A healthy store that is written all the time has no finding, however often it is verified meanwhile. */
class BusyStoreIsWholeTest {

    private static final int WRITERS = 6;
    private static final int ROUNDS = 4;

    /** The server's own verification is asked for, and does not spare anybody. */
    private static final Map<String, String> SETTINGS = Map.of(
            "attestore.parameters.restore-window", "1s",
            "attestore.verification.every", "0",
            "attestore.verification.events-per-second", "1000000");

    @TempDir
    Path folder;

    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void nothing_is_found_while_parameters_come_change_and_go() throws Exception {
        try (VerifiedStore store = new VerifiedStore(RunningServer.start(folder, SETTINGS))) {
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1)) {
                List<Future<?>> loads = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String path = "/busy/" + writer;
                    loads.add(writers.submit(() -> write(store.server(), path)));
                }
                loads.add(writers.submit(() -> rotate(store.server())));
                for (int round = 0; round < ROUNDS; round++) {
                    store.assertWhole();
                    if (round == ROUNDS / 2) {
                        rebuild(store.server());
                    }
                }
                done.set(true);
                for (Future<?> load : loads) {
                    load.get();
                }
            }
            store.assertWhole();
            assertThat(store.server().bean(PostgresEventLog.class).head()).isGreaterThan(500);
        }
    }

    private void write(RunningServer server, String path) {
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            for (int number = 0; !done.get(); number++) {
                String name = path + "/" + number % 5;
                String value = "value " + number;
                boolean advanced = number % 5 == 4;
                ssm.putParameter(request -> request.name(name)
                        .value(value)
                        .type(ParameterType.SECURE_STRING)
                        .tier(advanced ? ParameterTier.ADVANCED : ParameterTier.STANDARD)
                        .policies(advanced ? POLICIES : null)
                        .overwrite(true));
                ssm.getParametersByPath(request -> request.path(path).withDecryption(true));
                if (number % 7 == 6) {
                    ssm.deleteParameter(request -> request.name(name));
                }
            }
        } catch (SsmException e) {
            throw new AssertionError(e);
        }
    }

    private void rotate(RunningServer server) {
        try (KmsClient kms = server.client(KmsClient.builder())) {
            while (!done.get()) {
                String key = kms.createKey(request -> {}).keyMetadata().keyId();
                kms.rotateKeyOnDemand(request -> request.keyId(key));
            }
        }
    }

    private static final String POLICIES = """
            [{"Type": "NoChangeNotification", "Version": "1.0", "Attributes": {"After": "1", "Unit": "Days"}}]""";

    /** Whatever is verified while read models are built anew is said not to have been compared. */
    private static void rebuild(RunningServer server) {
        ManageLine.run(
                "rebuild",
                List.of(
                        "--management-port",
                        Integer.toString(server.management().getPort())),
                Map.of(),
                line -> {});
    }
}
