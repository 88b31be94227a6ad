package io.attestore.proof.torture.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without memory, and one whose clock is set: whatever becomes of it, its promises are kept. */
class ServerFaultsTest {

    private final List<Finding> findings = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aServerThatBoundsTheMemoryOfRequestsOutlivesThemAll() throws Exception {
        FaultsCampaign.starve(folder.resolve("data"), true, new Random(), findings::add);
        requireKept();
        assertThat(findings.getFirst().title()).doesNotContain("ended");
    }

    @Test
    void aServerThatEndsForWantOfMemoryLosesNothingThatItAcknowledged() throws Exception {
        FaultsCampaign.starve(folder.resolve("data"), false, new Random(), findings::add);
        requireKept();
    }

    @Test
    void aClockThatIsSetForwardAndBackStopsNothingAndHidesNothing() throws Exception {
        FaultsCampaign.stepTheClock(folder.resolve("data"), new Random(), findings::add);
        requireKept();
    }

    private void requireKept() {
        assertThat(findings)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.violations()).as(finding.row()).isEmpty());
    }
}
