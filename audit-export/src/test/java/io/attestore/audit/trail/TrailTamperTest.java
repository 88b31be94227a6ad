package io.attestore.audit.trail;

import static io.attestore.audit.fixture.Calls.AT;
import static io.attestore.audit.fixture.Calls.WHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.fixture.Seals;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.postgres.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What whoever can write to the database can do to the trail's index: no look-up tells less than the log has. */
class TrailTamperTest {

    private static final int CALLS = 60;
    private static final TrailSeal SEAL = Seals.newSeal();
    private static final TrailSettings SETTINGS = settings(10_000);

    private static TestDatabase database;

    private final MemoryLog log = new MemoryLog();
    private final TrailDamage damage = new TrailDamage();
    private Trail trail;
    private TrailProjector projector;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.fresh();
        TrailSchema.migrate(database.dataSource());
    }

    @BeforeEach
    void indexSomeCalls() {
        trail = new Trail(database.dataSource(), log, SETTINGS, SEAL, damage);
        projector = new TrailProjector(database.dataSource(), log, SETTINGS, SEAL, damage);
        projector.rebuild();
        read(0, CALLS);
        projector.catchUp();
        assertThat(found("/r1")).isEqualTo(CALLS / 2);
        assertThat(damage.times()).isZero();
    }

    @AfterEach
    void stopProjector() {
        projector.close();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    /** One attack: a sentence, and the statement that does it. */
    record Attack(String what, String sql) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Attack> attacks() {
        return List.of(
                new Attack("the position is moved ahead", "update trail_projection set position = position + 4"),
                new Attack("the position is moved back", "update trail_projection set position = position - 1"),
                new Attack("the position is moved far ahead", "update trail_projection set position = 1000000"),
                new Attack("the projection's row is deleted", "delete from trail_projection"),
                new Attack("all blocks are deleted", "delete from trail_block"),
                new Attack(
                        "one block is deleted",
                        "delete from trail_block where ctid = (select min(ctid) from trail_block)"),
                new Attack(
                        "the last blocks of all runs are deleted",
                        "delete from trail_block where next_key = 9223372036854775807"),
                new Attack("blocks are emptied", "update trail_block set content = ''"),
                new Attack(
                        "a byte of each block is changed",
                        "update trail_block set content = set_byte(content, 3, 1 + get_byte(content, 3) % 127)"),
                new Attack("blocks are moved out of the way", "update trail_block set first_key = first_key - 1"),
                new Attack("blocks claim another neighbour", "update trail_block set next_key = next_key - 1"),
                new Attack(
                        "blocks are moved to another run",
                        "update trail_block set run_id = -run_id; update trail_block set run_id ="
                                + " (select max(run_id) from trail_run where run_id < -trail_block.run_id)"
                                + " where -run_id > (select min(run_id) from trail_run)"),
                new Attack("seals are taken off", "update trail_block set tag = ''"),
                new Attack("all runs are deleted", "delete from trail_run"),
                new Attack(
                        "the newest run is deleted",
                        "delete from trail_run where first_position = (select max(first_position) from trail_run)"),
                new Attack(
                        "the newest run is deleted, and the one before it stretched",
                        "delete from trail_run where first_position = (select max(first_position) from trail_run);"
                                + " update trail_run set last_position = (select position from trail_projection)"
                                + " where first_position = (select max(first_position) from trail_run)"),
                new Attack("the oldest run is deleted", "delete from trail_run where first_position = 0"),
                new Attack("times of runs are moved away", "update trail_run set earliest = 0, latest = 1"),
                new Attack("times of blocks are moved away", "update trail_block set latest = latest + 100000000"),
                new Attack(
                        "runs claim to have no blocks",
                        "update trail_run set start_key = 9223372036854775807, start_latest = 9223372036854775807,"
                                + " start_position = 9223372036854775807; delete from trail_block"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void whatever_is_done_to_the_index_nothing_is_missing_and_it_is_told_and_mended(Attack attack) {
        jdbc().execute(attack.sql());
        read(CALLS, 4);

        assertThat(found("/r1")).isEqualTo(CALLS / 2 + 2);
        assertThat(damage.reason()).isPresent();
        assertThat(projector.status().isHealthy()).isFalse();

        assertThat(projector.catchUp()).isEqualTo(log.head());
        assertThat(damage.reason()).as("it is whole again").isEmpty();
        assertThat(damage.times()).isEqualTo(1);
        assertThat(projector.status().isHealthy()).isTrue();
        assertThat(found("/r1")).isEqualTo(CALLS / 2 + 2);
        assertThat(everything()).isEqualTo(CALLS + 4);
        assertThat(damage.times()).as("nothing of the rebuilt index is amiss").isEqualTo(1);
    }

    @Test
    void what_no_search_comes_to_the_projector_finds_by_itself() throws InterruptedException {
        jdbc().update("update trail_projection set position = position + 10");
        projector.start();

        await(() -> damage.times() == 1 && damage.reason().isEmpty());
        assertThat(projector.status().projected()).isEqualTo(log.head());
    }

    @Test
    void an_old_run_that_is_put_back_is_not_believed() {
        jdbc().execute("create table old_run as select * from trail_run");
        jdbc().execute("create table old_block as select * from trail_block");
        try {
            while (jdbc().queryForObject(
                                    "select count(*) from trail_run r join old_run o using (run_id)", Integer.class)
                    > 0) {
                read(log.head() + 1, 5);
                projector.catchUp();
            }
            long calls = log.head() + 1;
            jdbc().execute("delete from trail_block");
            jdbc().execute("delete from trail_run");
            jdbc().execute("insert into trail_run select * from old_run");
            jdbc().execute("insert into trail_block select * from old_block");

            assertThat(everything()).isEqualTo(calls);
            assertThat(damage.reason()).isPresent();
        } finally {
            jdbc().execute("drop table old_run, old_block");
        }
    }

    /** It says honestly how far it goes, and the log is read from there on. */
    @Test
    void a_whole_index_of_an_earlier_time_is_only_behind() {
        jdbc().execute("create table old_run as select * from trail_run");
        jdbc().execute("create table old_block as select * from trail_block");
        jdbc().execute("create table old_projection as select * from trail_projection");
        try {
            read(CALLS, 40);
            projector.catchUp();
            jdbc().execute("truncate trail_block, trail_run, trail_projection");
            jdbc().execute("insert into trail_run select * from old_run");
            jdbc().execute("insert into trail_block select * from old_block");
            jdbc().execute("insert into trail_projection select * from old_projection");

            assertThat(everything()).isEqualTo(CALLS + 40);
            projector.catchUp();
            assertThat(everything()).isEqualTo(CALLS + 40);
            assertThat(damage.times()).isZero();
        } finally {
            jdbc().execute("drop table old_run, old_block, old_projection");
        }
    }

    @Test
    void a_run_of_another_log_is_not_believed() {
        MemoryLog other = new MemoryLog();
        for (int call = 0; call < CALLS; call++) {
            other.append(Calls.at(AT.plusMillis(call), Calls.getParameter("/r1")), Calls.disclosed("/r1"));
        }
        Trail ofOther = new Trail(database.dataSource(), other, SETTINGS, SEAL, damage);

        assertThat(ofOther.search(byName("/r1", 1_000)).entries()).hasSize(CALLS);
        assertThat(damage.reason().orElseThrow()).contains("another log");
    }

    @Test
    void an_index_under_another_key_is_not_believed() {
        Trail stranger = new Trail(database.dataSource(), log, SETTINGS, Seals.newSeal(), damage);

        assertThat(stranger.search(byName("/r1", 1_000)).entries()).hasSize(CALLS / 2);
        assertThat(damage.reason()).isPresent();
    }

    @Test
    void a_look_up_that_cannot_read_the_whole_log_says_that_the_index_is_damaged() {
        Trail bounded = new Trail(database.dataSource(), log, settings(CALLS - 1), SEAL, damage);
        assertThat(bounded.search(byName("/r1", 1_000)).entries()).hasSize(CALLS / 2);
        jdbc().execute("delete from trail_block");

        assertThatThrownBy(() -> bounded.search(byName("/r1", 1_000)))
                .isInstanceOfSatisfying(
                        TrailBehindException.class,
                        e -> assertThat(e.isDamaged()).isTrue());
    }

    /** As after the log was cut off: the index is whole, but of a log that is no more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void an_index_that_stays_beyond_the_log_is_an_error_and_built_anew(int events) throws InterruptedException {
        MemoryLog shorter = new MemoryLog();
        log.read(0, events).forEach(event -> shorter.appendForeign(event.at(), event.event(), event.metadata()));
        Trail ofShorter = new Trail(database.dataSource(), shorter, SETTINGS, SEAL, damage);
        try (TrailProjector ofThis = new TrailProjector(database.dataSource(), shorter, SETTINGS, SEAL, damage)) {
            assertThatThrownBy(() -> ofShorter.search(byName("/r1", 1_000)))
                    .isInstanceOf(LogUnavailableException.class);
            ofThis.start();
            await(() -> ofThis.status().failure().isPresent());
            await(() -> damage.times() == 1);
            await(() -> ofThis.status().projected() == events - 1);

            assertThat(ofShorter.search(byName("/r1", 1_000)).entries()).hasSize(events / 2);
        }
    }

    @Test
    void two_nodes_that_find_the_same_damage_build_once() {
        TrailDamage others = new TrailDamage();
        Trail otherTrail = new Trail(database.dataSource(), log, SETTINGS, SEAL, others);
        try (TrailProjector other = new TrailProjector(database.dataSource(), log, SETTINGS, SEAL, others)) {
            jdbc().execute("delete from trail_block");
            assertThat(everything()).isEqualTo(CALLS);
            assertThat(otherTrail.search(byName("/r1", 1_000)).entries()).hasSize(CALLS / 2);
            assertThat(others.reason()).isPresent();
            projector.catchUp();
            List<Long> built = runs();

            assertThat(other.catchUp()).isEqualTo(log.head());
            assertThat(runs()).isEqualTo(built);
            assertThat(others.reason()).isEmpty();
        }
    }

    @Test
    void a_merge_takes_over_no_damaged_block() {
        jdbc().execute("update trail_block set content = set_byte(content, 3, 1 + get_byte(content, 3) % 127)");
        while (damage.times() == 0) {
            read(log.head() + 1, 5);
            projector.catchUp();
            assertThat(log.head()).as("a merge comes to it").isLessThan(10_000);
        }
        assertThat(everything()).isEqualTo(Math.toIntExact(log.head() + 1));
        assertThat(damage.times()).isEqualTo(1);
    }

    private static TrailSettings settings(int tailEventsMax) {
        return new TrailSettings(
                7,
                Duration.ofMillis(5),
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                tailEventsMax,
                Duration.ofMillis(50),
                Duration.ofSeconds(20));
    }

    /** Calls of one event each, every other one of /r1. */
    private void read(long from, int count) {
        for (long call = from; call < from + count; call++) {
            String name = "/r" + call % 2;
            log.append(Calls.at(AT.plusSeconds(call), Calls.getParameter(name)), Calls.disclosed(name));
        }
    }

    private int found(String name) {
        return trail.search(byName(name, 1_000)).entries().size();
    }

    private int everything() {
        List<TrailEntry> all = new ArrayList<>();
        TrailPage page = trail.search(TrailQuery.everything(WHERE, 50));
        all.addAll(page.entries());
        while (page.next().isPresent()) {
            page = trail.search(
                    TrailQuery.everything(WHERE, 50).before(page.next().get()));
            all.addAll(page.entries());
        }
        return all.size();
    }

    private static TrailQuery byName(String name, int limit) {
        return TrailQuery.everything(WHERE, limit).matching(new Criterion.ResourceName(name));
    }

    private static List<Long> runs() {
        return jdbc().queryForList("select run_id from trail_run order by run_id", Long.class);
    }

    private static JdbcTemplate jdbc() {
        return new JdbcTemplate(database.dataSource());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 seconds").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
