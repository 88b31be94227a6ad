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
    void a_server_that_bounds_the_memory_of_requests_outlives_them_all() throws Exception {
        FaultsCampaign.starve(folder.resolve("data"), true, new Random(), findings::add);
        requireKept();
        assertThat(findings.getFirst().title()).doesNotContain("ended");
    }

    @Test
    void a_server_that_ends_for_want_of_memory_loses_nothing_that_it_acknowledged() throws Exception {
        FaultsCampaign.starve(folder.resolve("data"), false, new Random(), findings::add);
        requireKept();
    }

    @Test
    void a_clock_that_is_set_forward_and_back_stops_nothing_and_hides_nothing() throws Exception {
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
