package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.RunningServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Reads on two servers while one or the other is told to seal and to unseal: an order that was answered holds on both. */
class SealedReadsTest {

    private static final String NAME = "/seal/torture";
    private static final int READERS_OF_EACH = 6;
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    /** Odd while an order is on its way; else 0 modulo 4 while the store is open, and 2 while it is sealed. */
    private final AtomicInteger epoch = new AtomicInteger();

    private volatile boolean over;
    private final AtomicLong disclosed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();

    @Test
    void no_read_that_begins_after_the_answer_to_a_seal_gets_a_value_on_any_server() throws Exception {
        RandomGenerator random = RandomGenerator.getDefault();
        try (TwoServers servers = new TwoServers(folder);
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<RunningServer> both = List.of(servers.one(), servers.other());
            try (SsmClient ssm = client(servers, servers.one())) {
                ssm.putParameter(put -> put.name(NAME).value("value").type(ParameterType.SECURE_STRING));
            }
            List<SsmClient> clients = new ArrayList<>();
            for (RunningServer each : both) {
                for (int i = 0; i < READERS_OF_EACH; i++) {
                    SsmClient client = client(servers, each);
                    clients.add(client);
                    readers.submit(() -> readOn(client));
                }
            }
            for (int round = 0; round < ROUNDS; round++) {
                order(both.get(random.nextInt(2)), round % 2 == 0 ? "seal" : "unseal");
                Thread.sleep(random.nextInt(30));
            }
            over = true;
            readers.shutdown();
            clients.forEach(SsmClient::close);
        }

        assertThat(violations).isEmpty();
        assertThat(disclosed.get()).isPositive();
        assertThat(refused.get()).isPositive();
    }

    private void order(RunningServer server, String command) {
        epoch.incrementAndGet();
        if (command.equals("seal")) {
            TwoServers.manage(server, command, "--reason", "torture");
        } else {
            TwoServers.manage(server, command);
        }
        epoch.incrementAndGet();
    }

    private void readOn(SsmClient ssm) {
        while (!over) {
            int before = epoch.get();
            boolean got = read(ssm);
            (got ? disclosed : refused).incrementAndGet();
            boolean undisturbed = before % 2 == 0 && before == epoch.get();
            boolean sealed = before % 4 == 2;
            if (undisturbed && got == sealed) {
                violations.add((got ? "disclosed" : "refused") + " in epoch " + before);
            }
        }
    }

    private boolean read(SsmClient ssm) {
        try {
            ssm.getParameter(get -> get.name(NAME).withDecryption(true));
            return true;
        } catch (AwsServiceException refusal) {
            if (!refusal.awsErrorDetails().errorCode().equals("AccessDeniedException")) {
                violations.add(refusal.toString());
            }
            return false;
        }
    }

    private static SsmClient client(TwoServers servers, RunningServer server) {
        return server.client(SsmClient.builder(), servers.one().credentials());
    }
}
