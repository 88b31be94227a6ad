package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.RootKeyFile;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.shredding.KeyGroupsRolled;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.postgres.TestDatabase;
import io.attestore.server.RunningServer;
import io.attestore.server.verify.BackgroundVerification;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Two servers on one database and one directory of keys, both of which roll while both write, read and delete. */
class TwoRollingNodesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROUNDS = 40;
    private static final int PAUSE_MILLIS = 15;

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private RunningServer one;
    private RunningServer other;

    /** Row ids, and what was ever seen in the rows. */
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    @BeforeEach
    void start() {
        one = start("a");
        other = start("b");
    }

    @AfterEach
    void stop() {
        try (database) {
            one.close();
            other.close();
        }
    }

    @Test
    void no_live_value_is_lost_and_no_destroyed_one_opens() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> background = List.of(
                    threads.submit(whileNot(over, () -> roll(one))),
                    threads.submit(whileNot(over, () -> roll(other))),
                    threads.submit(whileNot(over, this::look)));
            List<Future<Map<String, String>>> clients =
                    List.of(threads.submit(() -> use(one, "/a")), threads.submit(() -> use(other, "/b")));
            Map<String, String> live = new HashMap<>();
            try {
                for (Future<Map<String, String>> client : clients) {
                    live.putAll(client.get());
                }
            } finally {
                over.set(true);
            }
            for (Future<?> each : background) {
                each.get();
            }
            one.bean(Shredder.class).rollAll(RollWatch.NONE);
            assertThat(one.bean(Shredder.class).status().dueGroups()).isZero();
            assertThat(one.bean(Shredder.class).status().failingGroups()).isZero();
            assertAllLive(live);
        }
        assertThat(receipts()).isGreaterThan(1);
        assertNoDestroyedKeyOpens();
        one.bean(BackgroundVerification.class).verifyNow();
        assertThat(one.bean(BackgroundVerification.class).status().findings()).isEmpty();
    }

    /** Answers what is there afterwards. */
    private Map<String, String> use(RunningServer server, String prefix) {
        Map<String, String> live = new HashMap<>();
        try (SsmClient ssm = server.client(SsmClient.builder(), one.credentials())) {
            for (int round = 0; round < ROUNDS; round++) {
                String name = prefix + "/" + round;
                put(ssm, name, "first of " + name);
                put(ssm, name, "value of " + name);
                assertThat(valueOf(ssm, name)).isEqualTo("value of " + name);
                String earlier = prefix + "/" + round / 2;
                if (round % 3 == 0) {
                    ssm.deleteParameter(request -> request.name(name));
                } else {
                    live.put(name, "value of " + name);
                }
                if (live.containsKey(earlier)) {
                    assertThat(valueOf(ssm, earlier)).isEqualTo(live.get(earlier));
                }
            }
        }
        return live;
    }

    private void assertAllLive(Map<String, String> live) {
        for (RunningServer server : List.of(one, other)) {
            try (SsmClient ssm = server.client(SsmClient.builder(), one.credentials())) {
                live.forEach((name, value) -> assertThat(valueOf(ssm, name)).isEqualTo(value));
            }
        }
    }

    private void assertNoDestroyedKeyOpens() throws Exception {
        Map<String, String> rows = rows();
        int destroyed = 0;
        try (RootKey rootKey = RootKeyFile.load(folder.resolve("root.key"));
                GroupKeyFile file =
                        GroupKeyFile.open(folder.resolve("keys").resolve(GroupKeyFile.NAME), rootKey, RANDOM)) {
            GroupKeys keys = GroupKeys.unwrapping(file, RANDOM);
            for (Map.Entry<String, Set<String>> each : seen.entrySet()) {
                boolean lives = rows.containsKey(each.getKey());
                for (String wrapped : each.getValue()) {
                    boolean opens = keys.opens(each.getKey(), HexFormat.of().parseHex(wrapped));
                    assertThat(opens).as(each.getKey()).isEqualTo(lives && wrapped.equals(rows.get(each.getKey())));
                }
                destroyed += lives ? 0 : 1;
            }
        }
        assertThat(destroyed).as("destroyed keys that were seen before").isPositive();
    }

    private Void roll(RunningServer server) throws Exception {
        server.bean(Shredder.class).rollAll(RollWatch.NONE);
        return null;
    }

    private Void look() throws Exception {
        rows().forEach((id, wrapped) ->
                seen.computeIfAbsent(id, _ -> new HashSet<>()).add(wrapped));
        return null;
    }

    private static Callable<Void> whileNot(AtomicBoolean over, Callable<Void> work) {
        return () -> {
            while (!over.get()) {
                work.call();
                Thread.sleep(PAUSE_MILLIS);
            }
            return null;
        };
    }

    private Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new HashMap<>();
        try (Connection connection = database.settings().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select id, encode(wrapped, 'hex') from key_row where id like 'ssm/%'")) {
            while (result.next()) {
                rows.put(result.getString(1), result.getString(2));
            }
        }
        return rows;
    }

    private long receipts() {
        List<RecordedEvent> events = one.bean(PostgresEventLog.class).read(0, 10_000);
        return events.stream()
                .map(RecordedEvent::event)
                .filter(KeyGroupsRolled.class::isInstance)
                .count();
    }

    private RunningServer start(String name) {
        ConnectionSettings connection = database.settings();
        return RunningServer.start(
                folder.resolve(name),
                Map.of(
                        "attestore.jdbc.url", connection.jdbcUrl(),
                        "attestore.jdbc.user", connection.user(),
                        "attestore.jdbc.password", connection.password().exposeToDriver(),
                        "attestore.root-key-file", folder.resolve("root.key").toString(),
                        "attestore.verification.every", "0",
                        "attestore.shredding.groups", "4"));
    }

    private static void put(SsmClient ssm, String name, String value) {
        ssm.putParameter(request -> request.name(name)
                .value(value)
                .type(ParameterType.SECURE_STRING)
                .overwrite(true));
    }

    private static String valueOf(SsmClient ssm, String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }
}
