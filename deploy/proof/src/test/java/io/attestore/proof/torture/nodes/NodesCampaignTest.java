package io.attestore.proof.torture.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database answer as one: what either has answered holds on the other at once. */
class NodesCampaignTest {

    @TempDir
    Path folder;

    @Test
    void what_two_nodes_answer_is_linearizable_though_one_is_killed_and_one_is_cut_off() throws Exception {
        List<Harm> harms = List.of(Harm.KILL, Harm.PARTITION);
        TortureArguments arguments = new TortureArguments(harms.size(), 1, Duration.ofSeconds(1), folder);
        Report report = new NodesCampaign(harms).run(arguments, line -> {});
        assertThat(report.violations()).as(String.join("\n", report.table())).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
