package io.attestore.audit.trail;

import static io.attestore.audit.fixture.Calls.WHERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.fixture.Seals;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The index of the trail commits asynchronously: what a database loses when it crashes, it must find its way around. */
class TrailAfterCrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void what_a_crash_of_the_database_has_lost_is_indexed_again_and_found() throws Exception {
        Path directory = folder.resolve("postgres");
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.start(EmbeddedPostgresSettings.in(directory).withSharedBuffersMegabytes(16))) {
            postgres.keepRunning();
            try (HikariDataSource pool = postgres.connection().openPool("trail", 4)) {
                TrailSchema.migrate(pool);
                MemoryLog log = new MemoryLog();
                TrailSeal seal = Seals.newSeal();
                TrailDamage damage = new TrailDamage();
                TrailProjector projector = new TrailProjector(pool, log, TrailSettings.DEFAULT, seal, damage);
                JdbcTemplate jdbc = new JdbcTemplate(pool);
                jdbc.execute("alter system set wal_writer_delay = '10s'");
                jdbc.execute("select pg_reload_conf()");
                read(log, "/first");
                projector.catchUp();
                read(log, "/second");
                projector.catchUp();

                kill(directory);
                awaitDatabase(jdbc);

                read(log, "/second");
                projector.catchUp();
                Trail trail = new Trail(pool, log, TrailSettings.DEFAULT, seal, damage);
                assertThat(damage.times()).as("what is lost is lost as a whole").isZero();
                assertThat(found(trail, "/first")).hasSize(1);
                assertThat(found(trail, "/second")).hasSize(2);
                assertThat(trail.search(TrailQuery.everything(WHERE, 10)
                                        .matching(new Criterion.EventName("GetParameter")))
                                .entries())
                        .hasSize(3);
            }
        }
    }

    private static void read(MemoryLog log, String name) {
        log.append(Calls.getParameter(name), Calls.disclosed(name));
    }

    private static List<TrailEntry> found(Trail trail, String name) {
        return trail.search(TrailQuery.everything(WHERE, 10).matching(new Criterion.ResourceName(name)))
                .entries();
    }

    private static void kill(Path directory) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().get();
    }

    private static void awaitDatabase(JdbcTemplate jdbc) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean answers = false;
        while (!answers && System.nanoTime() < end) {
            try {
                jdbc.execute("select 1");
                answers = true;
            } catch (RuntimeException notYet) {
                Thread.sleep(100);
            }
        }
        assertThat(answers).as("the database is back").isTrue();
    }
}
