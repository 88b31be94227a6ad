package io.attestore.proof.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.bench.load.Load;
import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.load.Method;
import io.attestore.proof.bench.meter.ProcessorSeconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> turns = new ArrayList<>();
    private final Rounds rounds = new Rounds(() -> turns.add("rest"));

    @Test
    void every_other_round_goes_the_other_way() throws Exception {
        rounds.add("a", load("a", 10));
        rounds.add("b", load("b", 20));
        rounds.add("c", load("c", 30));

        rounds.run(new Method(3, Duration.ofSeconds(1), Duration.ofSeconds(1)), line -> {});

        assertThat(turns)
                .filteredOn(turn -> !turn.equals("rest"))
                .containsExactly("a", "b", "c", "c", "b", "a", "a", "b", "c");
        assertThat(turns).filteredOn("rest"::equals).hasSize(9);
        assertThat(rounds.perSecond("b").text()).isEqualTo("20 /s");
    }

    private Load load(String name, long answers) {
        return time -> {
            turns.add(name);
            return new Measurement(answers, 1, new Histogram(3), ProcessorSeconds.UNKNOWN);
        };
    }
}
