package io.attestore.proof.torture.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.faults.PostgresProxy.Cut;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that fails in every way while clients work: each call gets an answer in time, what cannot be recorded is
 * refused, and when the database is back all that was acknowledged is there, recorded, and nothing else.
 */
class DatabaseFaultsTest {

    @TempDir
    static Path folder;

    private static ProxiedStore store;
    private static Trial trial;

    @BeforeAll
    static void start() throws Exception {
        store = new ProxiedStore(folder);
        trial = new Trial(store, new Random());
    }

    @AfterAll
    static void stop() throws Exception {
        trial.close();
    }

    @Test
    void the_server_uses_the_database_that_it_is_given_and_makes_none_of_its_own() {
        assertThat(folder.resolve("data/root.key")).exists();
        assertThat(folder.resolve("data/database")).doesNotExist();
        assertThat(folder.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void calls_whose_commit_never_arrived_are_refused_and_not_there() throws Exception {
        requireKept(new CutCommit(store, Cut.BEFORE_COMMIT));
    }

    @Test
    void calls_whose_commit_was_done_and_not_answered_are_there_once_and_answered() throws Exception {
        requireKept(new CutCommit(store, Cut.AFTER_COMMIT));
    }

    @Test
    void a_database_with_a_full_disk_makes_calls_fail_in_time_and_all_recovers() throws Exception {
        requireKept(new RefusedByFullDisk(store));
    }

    @Test
    void a_database_that_is_stopped_and_started_again_is_found_again() throws Exception {
        requireKept(new Restarted(store));
    }

    @Test
    void a_database_that_freezes_longer_than_the_time_limit_makes_calls_fail_in_time_and_all_recovers()
            throws Exception {
        requireKept(new Frozen(store));
    }

    private static void requireKept(Harm harm) throws Exception {
        Finding finding = trial.inflict(harm);
        assertThat(finding.violations()).as(finding.row()).isEmpty();
        assertThat(finding.counts().disclosing()).as(finding.row()).isPositive();
    }
}
