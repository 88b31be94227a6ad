package io.attestore.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Seals;
import io.attestore.cryptography.hash.SipHash;
import io.attestore.events.log.Findings;
import io.attestore.events.log.LogCheck.Pace;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The index is held against the log, whatever was merged, and whatever is written meanwhile. */
class TrailCheckTest {

    private static final int EVENTS = 20_000;
    private static final int BATCH = 200;
    private static final String BOUNDS = "has narrower bounds than its blocks";
    private static final String OTHER_ENTRIES = "The trail's index does not say of the positions ";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final GeneratedLog log = new GeneratedLog(50, 5);
    private final TrailProjector projector =
            new TrailProjector(database.dataSource(), log, settings(), Seals.newSeal(), new TrailDamage());

    private static TrailSettings settings() {
        TrailSettings usual = TrailSettings.DEFAULT;
        return new TrailSettings(
                BATCH,
                usual.linger(),
                usual.idle(),
                usual.retryPause(),
                usual.tailEventsMax(),
                usual.catchUpTimeout(),
                usual.searchTimeout());
    }

    @BeforeEach
    void project() {
        TrailSchema.migrate(database.dataSource());
        log.growTo(EVENTS);
        projector.catchUp();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_index_of_many_merges_is_as_the_log_says() throws Exception {
        log.growTo(EVENTS + 1_000);

        Findings found = check();

        assertThat(found.listed()).isEmpty();
        assertThat(found.notes()).singleElement().asString().contains(" entries up to position " + (EVENTS - 1));
    }

    @Test
    void runs_that_are_added_and_merged_meanwhile_are_no_finding() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (long events = EVENTS; !done.get(); events += BATCH) {
                log.growTo(events);
                projector.catchUp();
            }
        });
        try {
            for (int round = 0; round < 5; round++) {
                assertThat(check().listed()).isEmpty();
            }
        } finally {
            done.set(true);
            writer.join(Duration.ofSeconds(30));
        }
    }

    @Test
    void what_is_missing_is_found() throws Exception {
        jdbc.update("delete from trail_run where run_id = (select max(run_id) from trail_run)");
        assertFound(OTHER_ENTRIES);
    }

    @Test
    void what_is_there_too_much_is_found() throws Exception {
        jdbc.update("insert into trail_run select -1, first_position, last_position, earliest, latest, disorder_millis,"
                + " bytes, start_key, start_latest, start_position, nonce, last_event_id, tag"
                + " from trail_run order by run_id limit 1");
        assertFound("Runs of the trail's index overlap");
    }

    @Test
    void every_column_that_searches_go_by_is_covered() throws Exception {
        assertFoundAndMended("trail_run", "disorder_millis = 0", BOUNDS);
        assertFoundAndMended("trail_run", "earliest = latest + 1", BOUNDS);
        assertFoundAndMended("trail_run", "first_position = first_position + 1", BOUNDS);
        assertFoundAndMended("trail_run", "bytes = bytes + 1", "has not the blocks that were written");
        assertFoundAndMended("trail_block", "latest = latest + 1", OTHER_ENTRIES);
        assertFoundAndMended("trail_block", "first_key = first_key + 1", OTHER_ENTRIES);
        assertFoundAndMended("trail_block", "first_position = first_position + 1", OTHER_ENTRIES);
        assertFoundAndMended("trail_block", "content = content || '\\x00'::bytea", "holds bytes");
        assertFoundAndMended("trail_block", "content = '\\xffffffffffffffffffffff'::bytea", "holds bytes");
    }

    @Test
    void an_index_that_is_being_rebuilt_or_is_of_another_version_is_not_compared() throws Exception {
        TrailCheck check = new TrailCheck(database.dataSource(), new SipHash(1, 2));
        check.begin();
        projector.rebuild();
        assertThat(ended(check).notes()).singleElement().asString().contains("is being rebuilt");

        jdbc.update("update trail_projection set mapping_version = 0");
        Findings found = check();
        assertThat(found.count()).isZero();
        assertThat(found.notes()).singleElement().asString().contains("another version of the server");
    }

    private void assertFoundAndMended(String table, String change, String finding) throws InterruptedException {
        jdbc.execute("create table kept as select * from " + table);
        jdbc.update("update " + table + " set " + change);
        assertFound(finding);
        jdbc.execute("truncate " + table);
        jdbc.execute("insert into " + table + " select * from kept");
        jdbc.execute("drop table kept");
        assertThat(check().listed()).isEmpty();
    }

    private void assertFound(String finding) throws InterruptedException {
        assertThat(check().listed()).anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }

    private Findings check() throws InterruptedException {
        TrailCheck check = new TrailCheck(database.dataSource(), new SipHash(1, 2));
        check.begin();
        return ended(check);
    }

    private Findings ended(TrailCheck check) throws InterruptedException {
        long position = 0;
        for (RecordedEvent event : log.read(0, (int) log.head() + 1)) {
            check.see(event);
            position++;
        }
        assertThat(position).isGreaterThanOrEqualTo(EVENTS);
        check.compare(Pace.FULL);
        return check.end(Pace.FULL);
    }
}
