package io.attestore.proof.torture.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.conventions.RunsAlone;
import io.attestore.proof.torture.Report;
import io.attestore.proof.torture.TortureArguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RunsAlone
class HostileCampaignTest {

    /** In a build others use the machine, too. What was so before took two seconds and was then refused. */
    private static final Trial SHORT =
            new Trial(Duration.ofSeconds(2), Duration.ofMillis(500), 1, Duration.ofMillis(500), 2);

    @TempDir
    Path folder;

    @Test
    void who_sends_slowly_from_one_address_does_not_delay_clients_of_another() throws Exception {
        TortureArguments arguments = new TortureArguments(1, 1, Duration.ofSeconds(4), folder);
        Report report =
                new HostileCampaign(SHORT, List.of(Attack.SLOW_HEADS, Attack.SLOW_BODIES)).run(arguments, line -> {});
        assertThat(report.violations()).as(String.join("\n", report.table())).isEmpty();
    }

    @Test
    void an_attack_that_is_none_is_told() {
        TortureArguments arguments = new TortureArguments(1, 1, Duration.ofSeconds(1), folder, Optional.of("nonsense"));
        assertThatThrownBy(() -> new HostileCampaign().run(arguments, line -> {}))
                .hasMessageContaining("nonsense");
    }
}
