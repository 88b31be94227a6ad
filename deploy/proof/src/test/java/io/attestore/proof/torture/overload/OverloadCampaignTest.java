package io.attestore.proof.torture.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.conventions.RunsAlone;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsAlone
class OverloadCampaignTest {

    /** In a build others use the machine, too: half of the capacity shows that nothing breaks down. */
    private static final Demand SHORT = new Demand(
            List.of(64),
            640,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            0.5,
            Duration.ofSeconds(12),
            Duration.ofSeconds(10));

    @TempDir
    Path folder;

    @Test
    void the_server_has_the_heap_and_the_collector_that_the_launcher_gives() throws Exception {
        String launcher = Files.readString(Path.of("..", "..", "attestore"));
        assertThat(launcher).contains("-Xmx1g\n", "-XX:+UseParallelGC ");
        assertThat(OverloadCampaign.JAVA_OPTIONS).contains("-Xmx1024m", "-XX:+UseParallelGC");
    }

    @Test
    void ten_times_more_clients_are_served_or_refused_in_time_and_leave_nothing_behind() throws Exception {
        TortureArguments arguments = new TortureArguments(1, 1, Duration.ofSeconds(5), folder);
        Report report = new OverloadCampaign(SHORT).run(arguments, line -> {});
        assertThat(report.violations()).as(String.join("\n", report.table())).isEmpty();
    }
}
