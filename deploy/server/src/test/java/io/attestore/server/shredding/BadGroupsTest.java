package io.attestore.server.shredding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.attestore.server.RunningServer;
import io.attestore.server.client.CallException;
import io.attestore.server.client.ManageLine;
import io.attestore.server.store.RunningDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What is wrong with some groups keeps no other group's destructions from being completed. */
class BadGroupsTest {

    /** More than are rolled together. */
    private static final int BAD = KeyGroupRoller.TOGETHER_MAX + 6;

    private static final int PARAMETERS = 130;
    private static final int NAMES_MAX = 10;

    /** Much more than it takes: groups that came again and again would never end. */
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private RunningServer server;

    @BeforeEach
    void deleteMany() {
        server = RunningServer.start(folder, Map.of("attestore.shredding.groups", "256"));
        List<String> names =
                IntStream.range(0, PARAMETERS).mapToObj(i -> "/p" + i).toList();
        try (SsmClient ssm = server.client(SsmClient.builder())) {
            for (String name : names) {
                ssm.putParameter(request -> request.name(name).value("value").type(ParameterType.STRING));
            }
            for (int from = 0; from < PARAMETERS; from += NAMES_MAX) {
                List<String> some = names.subList(from, from + NAMES_MAX);
                ssm.deleteParameters(request -> request.names(some));
            }
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void many_groups_whose_keys_are_missing_starve_no_other() throws Exception {
        long due = number("select count(*) from key_group where roll_due_since is not null");
        assertThat(due).isGreaterThan(BAD);
        execute("update key_group set generation = 9, roll_due_since = now() - interval '10 minutes' where group_no in"
                + " (select group_no from key_group where roll_due_since is not null order by group_no limit " + BAD
                + ")");

        assertTimeoutPreemptively(ENDS_WITHIN, () -> shredder().rollAll(RollWatch.NONE));

        ShreddingStatus status = shredder().status();
        assertThat(status.dueGroups()).isEqualTo(BAD);
        assertThat(status.failingGroups()).isEqualTo(BAD);
        assertThat(number("select count(*) from key_group where generation = 2"))
                .isEqualTo(due - BAD);
        assertThatThrownBy(() -> ManageLine.run(
                        "shred",
                        List.of(
                                "--now",
                                "--management-port",
                                Integer.toString(server.management().getPort())),
                        Map.of(),
                        line -> {}))
                .isInstanceOf(CallException.class)
                .hasMessageContaining("cannot be rolled");

        execute("update key_group set generation = 1 where generation = 9");
        shredder().hurry();
        shredder().rollAll(RollWatch.NONE);

        assertThat(shredder().status().dueGroups()).isZero();
        assertThat(shredder().status().failingGroups()).isZero();
    }

    @Test
    void a_row_under_a_key_of_before_keeps_that_key_alone() throws Exception {
        assertThatThrownBy(() -> shredder().rollAll(step -> {
                    if (step == RollStep.REPLAYED) {
                        throw new IllegalStateException("broken off");
                    }
                }))
                .hasMessage("broken off");
        execute("""
                set session_replication_role = replica;
                insert into key_row (id, wrapped)
                select 'odd', '\\x0202'::bytea || substring(int4send(group_no) from 3) || int4send(1)
                              || decode(repeat('00', 108), 'hex')
                from key_group where rolled_due_since is not null order by group_no limit 1""");

        shredder().rollAll(RollWatch.NONE);

        assertThat(shredder().status().dueGroups()).isEqualTo(1);
        assertThat(shredder().status().failingGroups()).isEqualTo(1);
        execute("set session_replication_role = replica; delete from key_row where id = 'odd'");
        shredder().hurry();
        shredder().rollAll(RollWatch.NONE);
        assertThat(shredder().status().dueGroups()).isZero();
    }

    @Test
    void a_row_of_the_table_of_groups_that_is_none_stops_nothing() throws Exception {
        execute(
                "insert into key_group (group_no, generation, roll_due_since, rolled_due_since) values"
                        + " (-1, 1, now() - interval '1 hour', null), (70000, 1, now() - interval '1 hour', null),"
                        + " (300, 1, now() - interval '1 hour', null), (5000, 99999999999, null, now()), (5001, 0, null, now())");

        shredder().rollAll(RollWatch.NONE);

        assertThat(
                        number(
                                "select count(*) from key_group where roll_due_since is not null and group_no between 0 and 255"))
                .isZero();
    }

    private Shredder shredder() {
        return server.bean(Shredder.class);
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Connection connect() throws Exception {
        return RunningDatabase.read(folder.resolve("database")).orElseThrow().connect();
    }
}
