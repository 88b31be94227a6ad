package io.attestore.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import io.attestore.proof.torture.crash.CrashCampaign;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crash campaign in its shortest form: each kind of kill once. {@code ./attestore torture} goes on for hours. */
class CrashTest {

    /** Another seed by {@code -Dattestore.crash.seed}; each is printed. */
    private static final long SEED = Long.getLong("attestore.crash.seed", System.nanoTime());

    @TempDir
    Path folder;

    @Test
    void whatever_is_killed_nothing_acknowledged_is_lost_and_every_value_that_left_is_recorded() throws Exception {
        System.out.println("CrashTest: -Dattestore.crash.seed=" + SEED);
        Report report = new CrashCampaign()
                .run(
                        new TortureArguments(3, SEED, Duration.ZERO, folder),
                        line -> System.out.println("CrashTest: " + line));
        assertThat(report.violations()).as(String.join("\n", report.table())).isEmpty();
    }
}
