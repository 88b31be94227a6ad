package io.attestore.proof.torture.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.attestore.proof.torture.hostile.HonestClients.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WindowsTest {

    /** A histogram keeps three digits. */
    private static final Offset<Double> DIGITS = within(0.01);

    @Test
    void each_attacked_window_is_compared_with_the_mean_of_its_neighbours() {
        Windows windows = new Windows(seen(10, 30, 50), seen(40, 20));

        assertThat(windows.timesSlower().get(0)).isCloseTo(2.0, DIGITS);
        assertThat(windows.timesSlower().get(1)).isCloseTo(0.5, DIGITS);
        assertThat(windows.medianTimesSlower()).isCloseTo(1.25, DIGITS);
    }

    @Test
    void one_window_in_which_something_else_happened_does_not_move_the_median() {
        assertThat(new Windows(seen(10, 10, 10, 10), seen(15, 900, 18)).medianTimesSlower())
                .isCloseTo(1.8, DIGITS);
    }

    @Test
    void what_is_slow_in_most_windows_is_seen() {
        assertThat(new Windows(seen(10, 10, 10, 10), seen(21, 9, 25)).medianTimesSlower())
                .isCloseTo(2.1, DIGITS);
    }

    @Test
    void refusals_of_all_windows_count() {
        Seen refused = new Seen(times(10), Map.of("status 503", 2L));

        assertThat(new Windows(List.of(refused, refused), List.of(refused))
                        .all()
                        .refusals())
                .containsExactly(Map.entry("status 503", 6L));
    }

    @Test
    void there_is_a_calm_window_on_both_sides_of_each_attacked_one() {
        assertThatThrownBy(() -> new Windows(seen(10), seen(20))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Windows(seen(10), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Seen> seen(long... millis) {
        return LongStream.of(millis)
                .mapToObj(each -> new Seen(times(each), Map.of()))
                .toList();
    }

    private static Histogram times(long millis) {
        Histogram times = new Histogram(Duration.ofMinutes(2).toNanos(), 3);
        times.recordValue(Duration.ofMillis(millis).toNanos());
        return times;
    }
}
