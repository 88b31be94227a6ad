package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.PostgresEventLog;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterVersionPut;
import io.attestore.events.shredding.KeyGroupsRolled;
import io.attestore.postgres.ConnectionSettings;
import io.attestore.server.RunningServer;
import io.attestore.server.client.ManageLine;
import io.attestore.server.store.RunningDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Deleted means gone: nothing that is left on the disk opens a value whose destruction is complete. */
class ShreddingTest {

    /** All that lives is in the group of all that is deleted. */
    private static final Map<String, String> ONE_GROUP = Map.of("attestore.shredding.groups", "1");

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private RunningServer server;
    private SsmClient ssm;

    @AfterEach
    void stop() {
        if (server != null) {
            ssm.close();
            server.close();
        }
    }

    @Test
    void what_is_left_of_a_deleted_value_on_the_disk_opens_it_until_its_group_has_rolled_and_never_afterwards()
            throws Exception {
        start(ONE_GROUP);
        put("/kept");
        put("/deleted");
        ParameterVersionPut deleted = versionOf("/deleted");
        ssm.deleteParameter(request -> request.name("/deleted"));
        execute("vacuum key_row", "checkpoint", "checkpoint", "vacuum key_row", "checkpoint");
        KeyRemains remains = new KeyRemains(folder, scratch);

        assertThat(remains.opening(deleted))
                .as("what the search finds before the roll")
                .isNotEmpty();
        assertThat(server.bean(Shredder.class).status().dueGroups()).isEqualTo(1);

        server.bean(Shredder.class).rollAll(RollWatch.NONE);

        execute("checkpoint");
        assertThat(remains.opening(deleted)).isEmpty();
        assertThat(remains.opening(versionOf("/kept"))).as("what lives").isNotEmpty();
        assertThat(server.bean(Shredder.class).status())
                .isEqualTo(new ShreddingStatus(0, 0, 3600, List.of(), 0, Optional.empty()));
        assertThat(receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.groups())
                        .singleElement()
                        .satisfies(rolled -> {
                            assertThat(rolled.generation()).isEqualTo(2);
                            assertThat(rolled.throughPosition()).isGreaterThan(0);
                        }));
        restart();
        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        put("/kept", true);
        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        assertThat(remains.opening(deleted)).isEmpty();
    }

    @Test
    void a_destruction_is_complete_within_its_time_by_itself() throws Exception {
        start(Map.of("attestore.shredding.within", "2s"));
        put("/deleted");
        ParameterVersionPut deleted = versionOf("/deleted");
        ssm.deleteParameter(request -> request.name("/deleted"));

        await(() -> !receipts().isEmpty());

        assertThat(new KeyRemains(folder, scratch).opening(deleted)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RollStep.class)
    void a_roll_that_ends_after_any_step_loses_no_live_value_and_no_destruction(RollStep last) throws Exception {
        start(ONE_GROUP);
        put("/kept");
        put("/deleted");
        ParameterVersionPut deleted = versionOf("/deleted");
        ssm.deleteParameter(request -> request.name("/deleted"));

        assertThatThrownBy(() -> server.bean(Shredder.class).rollAll(step -> {
                    if (step == last) {
                        throw new BrokenOffException();
                    }
                }))
                .isInstanceOf(BrokenOffException.class);

        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        put("/new");
        restart();
        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        assertThat(valueOf("/new")).isEqualTo("value of /new");
        server.bean(Shredder.class).rollAll(RollWatch.NONE);
        assertThat(server.bean(Shredder.class).status().dueGroups()).isZero();
        assertThat(receipts()).isNotEmpty();
        assertThat(new KeyRemains(folder, scratch).opening(deleted)).isEmpty();
        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        assertThat(valueOf("/new")).isEqualTo("value of /new");
    }

    @Test
    void the_command_tells_what_is_due_and_has_it_completed() throws Exception {
        start(ONE_GROUP);
        put("/deleted");
        ParameterVersionPut deleted = versionOf("/deleted");
        assertThat(shred()).containsExactly("Every destruction is complete");
        ssm.deleteParameter(request -> request.name("/deleted"));
        assertThat(shred()).singleElement().asString().startsWith("Destructions in 1 groups of keys are not complete");

        assertThat(shred("--now")).last().isEqualTo("What was destroyed before can be opened by nobody any more");

        assertThat(new KeyRemains(folder, scratch).opening(deleted)).isEmpty();
        assertThat(shred()).containsExactly("Every destruction is complete");
    }

    private List<String> shred(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of(
                "--management-port", Integer.toString(server.management().getPort())));
        List<String> told = new ArrayList<>();
        assertThat(ManageLine.run("shred", arguments, Map.of(), told::add)).isZero();
        return told;
    }

    @Test
    void a_standby_that_has_not_replayed_the_roll_keeps_the_old_key() throws Exception {
        start(ONE_GROUP);
        put("/kept");
        put("/deleted");
        execute("select pg_create_physical_replication_slot('standby', true)");
        ssm.deleteParameter(request -> request.name("/deleted"));

        server.bean(Shredder.class).hurry();
        await(() -> !server.bean(Shredder.class).status().waitsFor().isEmpty());

        assertThat(server.bean(Shredder.class).status().waitsFor()).containsExactly("standby is away");
        assertThat(server.bean(Shredder.class).status().dueGroups()).isEqualTo(1);
        assertThat(receipts()).isEmpty();
        put("/meanwhile");
        execute("select pg_drop_replication_slot('standby')");
        await(() -> server.bean(Shredder.class).status().dueGroups() == 0);
        assertThat(receipts()).isNotEmpty();
        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        assertThat(valueOf("/meanwhile")).isEqualTo("value of /meanwhile");
    }

    @Test
    void a_key_that_was_swapped_for_that_of_another_parameter_does_not_open_it() throws Exception {
        start(Map.of());
        put("/mine");
        put("/yours");
        String mine = versionOf("/mine").dataKeyId();
        String yours = versionOf("/yours").dataKeyId();
        restart();
        execute(
                "update key_row set id = 'swapped' where id = '" + mine + "'",
                "update key_row set id = '" + mine + "' where id = '" + yours + "'");

        assertThatThrownBy(() -> valueOf("/mine")).hasMessageContaining("error");
    }

    @Test
    void without_its_group_keys_a_store_does_not_start() throws Exception {
        start(Map.of());
        ssm.close();
        server.close();
        server = null;
        Files.move(folder.resolve("keys/group.keys"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> RunningServer.start(folder, Map.of()))
                .hasStackTraceContaining("There are no group keys");
    }

    @Test
    void putting_deleting_and_reading_go_on_while_groups_roll() throws Exception {
        start(ONE_GROUP);
        put("/kept");
        AtomicBoolean over = new AtomicBoolean();
        Thread rolling = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                try {
                    server.bean(Shredder.class).rollAll(RollWatch.NONE);
                    Thread.sleep(20);
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        for (int i = 0; i < 60; i++) {
            String name = "/p" + i;
            put(name);
            assertThat(valueOf(name)).isEqualTo("value of " + name);
            if (i % 2 == 0) {
                ssm.deleteParameter(request -> request.name(name));
            }
        }
        over.set(true);
        rolling.join();
        assertThat(receipts()).isNotEmpty();

        restart();

        assertThat(valueOf("/kept")).isEqualTo("value of /kept");
        for (int i = 0; i < 60; i++) {
            String name = "/p" + i;
            if (i % 2 == 0) {
                assertThatThrownBy(() -> valueOf(name)).isInstanceOf(ParameterNotFoundException.class);
            } else {
                assertThat(valueOf(name)).isEqualTo("value of " + name);
            }
        }
    }

    private void start(Map<String, String> settings) {
        server = RunningServer.start(folder, settings);
        ssm = server.client(SsmClient.builder());
    }

    private void restart() {
        ssm.close();
        server.close();
        start(Map.of());
    }

    private void put(String name) {
        put(name, false);
    }

    private void put(String name, boolean overwrite) {
        ssm.putParameter(request -> request.name(name)
                .value("value of " + name)
                .type(ParameterType.SECURE_STRING)
                .overwrite(overwrite));
    }

    private String valueOf(String name) {
        return ssm.getParameter(request -> request.name(name).withDecryption(true))
                .parameter()
                .value();
    }

    private ParameterVersionPut versionOf(String name) {
        return events(ParameterVersionPut.class).stream()
                .filter(put -> put.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<KeyGroupsRolled> receipts() {
        return events(KeyGroupsRolled.class);
    }

    private <E> List<E> events(Class<E> type) {
        return server.bean(PostgresEventLog.class).read(0, 10_000).stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void execute(String... statements) throws Exception {
        ConnectionSettings running =
                RunningDatabase.read(folder.resolve("database")).orElseThrow();
        try (Connection connection = running.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** As if the server had ended here. */
    private static final class BrokenOffException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
