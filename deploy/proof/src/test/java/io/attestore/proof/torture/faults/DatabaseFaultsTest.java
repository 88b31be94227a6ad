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
    void theServerUsesTheDatabaseThatItIsGivenAndMakesNoneOfItsOwn() {
        assertThat(folder.resolve("data/root.key")).exists();
        assertThat(folder.resolve("data/database")).doesNotExist();
        assertThat(folder.resolve("data/postgres")).doesNotExist();
    }

    @Test
    void callsWhoseCommitNeverArrivedAreRefusedAndNotThere() throws Exception {
        requireKept(new CutCommit(store, Cut.BEFORE_COMMIT));
    }

    @Test
    void callsWhoseCommitWasDoneAndNotAnsweredAreThereOnceAndAnswered() throws Exception {
        requireKept(new CutCommit(store, Cut.AFTER_COMMIT));
    }

    @Test
    void aDatabaseWithAFullDiskMakesCallsFailInTimeAndAllRecovers() throws Exception {
        requireKept(new RefusedByFullDisk(store));
    }

    @Test
    void aDatabaseThatIsStoppedAndStartedAgainIsFoundAgain() throws Exception {
        requireKept(new Restarted(store));
    }

    @Test
    void aDatabaseThatFreezesLongerThanTheTimeLimitMakesCallsFailInTimeAndAllRecovers() throws Exception {
        requireKept(new Frozen(store));
    }

    private static void requireKept(Harm harm) throws Exception {
        Finding finding = trial.inflict(harm);
        assertThat(finding.violations()).as(finding.row()).isEmpty();
        assertThat(finding.counts().disclosing()).as(finding.row()).isPositive();
    }
}
