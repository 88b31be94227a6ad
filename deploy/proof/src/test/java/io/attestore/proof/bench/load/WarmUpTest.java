package io.attestore.proof.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.proof.bench.meter.ProcessorSeconds;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    @Test
    void it_ends_when_two_windows_in_a_row_differ_by_less_than_a_twentieth() throws Exception {
        Deque<Long> rates = new ArrayDeque<>(List.of(100L, 200L, 220L, 225L, 1000L));

        double steady = new WarmUp(WINDOW, Duration.ofHours(1)).run("load", load(rates), line -> {});

        assertThat(steady).isEqualTo(225);
        assertThat(rates).containsExactly(1000L);
    }

    @Test
    void it_ends_before_its_time_is_over() throws Exception {
        Deque<Long> rates = new ArrayDeque<>(List.of(100L, 200L));
        List<String> told = new ArrayList<>();

        new WarmUp(WINDOW, Duration.ZERO).run("load", load(rates), told::add);

        assertThat(rates).containsExactly(200L);
        assertThat(told).singleElement().asString().contains("load: 100 a second, not steady");
    }

    private static Load load(Deque<Long> rates) {
        return time -> new Measurement(rates.pop(), 1, new Histogram(3), ProcessorSeconds.UNKNOWN);
    }
}
