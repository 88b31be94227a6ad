package io.attestore.proof.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.meter.ProcessorSeconds;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void a_ratio_is_what_has_to_reach_the_goal() {
        Row row = Row.against(
                "reads",
                Figure.of("/s", 110, 120, 130),
                "inserts",
                Figure.of("/s", 100, 100, 100),
                Goal.atLeast(1, 1.5));

        assertThat(row.markdown())
                .isEqualTo("| reads | 120 /s | 110 – 130 | 100 /s inserts | 1.20 (1.10 – 1.30) | ≥ 1 ✓ | ≥ 1.50 ✗ |");
    }

    @Test
    void without_another_it_is_the_figure_itself() {
        assertThat(Row.withGoal("p99", Figure.of("ms", 30), Goal.atMost(100, 20))
                        .markdown())
                .isEqualTo("| p99 | 30 ms | – | – | – | ≤ 100 ✓ | ≤ 20 ✗ |");
    }

    @Test
    void what_is_only_shown_has_no_goal() {
        assertThat(Row.shown("Decrypt", Figure.of("/s", 1000, 2000)).markdown())
                .isEqualTo("| Decrypt | 1,500 /s | 1,000 – 2,000 | – | – | – | – |");
    }

    @Test
    void what_could_not_be_measured_has_not_reached_its_goal() {
        assertThat(Row.withGoal("memory", Figure.of("MiB", Double.NaN), Goal.atMost(2, 1))
                        .markdown())
                .endsWith("| ≤ 2 ✗ | ≤ 1 ✗ |");
        assertThat(Row.withGoal("rate", Figure.of("/s", Double.NaN), Goal.atLeast(1, 2))
                        .markdown())
                .endsWith("| ≥ 1 ✗ | ≥ 2 ✗ |");
    }

    @Test
    void every_row_has_as_many_cells_as_its_header() {
        Histogram latency = new Histogram(3);
        latency.recordValue(2_000_000);
        Measurement measured = new Measurement(1000, 2, latency, new ProcessorSeconds(100, Double.NaN, 20));
        String cost = new CostRow("reads", List.of(measured)).markdown();

        assertThat(cells(cost))
                .isEqualTo(cells(CostRow.HEADER.lines().findFirst().orElseThrow()));
        assertThat(cost).endsWith("| 100 | – | 20 | 0.06 |");
        assertThat(cells(Row.shown("a", Figure.of("", 1)).markdown()))
                .isEqualTo(cells(Row.HEADER.lines().findFirst().orElseThrow()));
    }

    private static long cells(String row) {
        return row.chars().filter(each -> each == '|').count();
    }
}
