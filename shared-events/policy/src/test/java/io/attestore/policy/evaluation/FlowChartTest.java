package io.attestore.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.policy.evaluation.NaiveCase.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hundred thousand random cases, decided by the module as a second evaluator reads them off AWS's flow charts. */
class FlowChartTest {

    private static final int CASES = 100_000;

    @Test
    void theModuleDecidesAsTheFlowChartsDo() {
        NaiveCases cases = new NaiveCases(20_261_201);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int i = 0; i < CASES; i++) {
            NaiveCase next = cases.next();
            Outcome expected = next.byTheFlowChart();
            assertThat(next.byTheModule()).as(() -> next.toString()).isEqualTo(expected);
            outcomes.merge(expected, 1, Integer::sum);
        }
        assertThat(outcomes.values())
                .as("each outcome is tried often")
                .hasSize(3)
                .allMatch(count -> count > CASES / 10);
    }
}
