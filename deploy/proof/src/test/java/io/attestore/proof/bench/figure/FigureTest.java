package io.attestore.proof.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @Test
    void the_median_is_the_middle_one() {
        assertThat(Figure.of("/s", 3, 1, 2).median()).isEqualTo(2);
        assertThat(Figure.of("/s", 4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    @Test
    void the_range_is_from_the_least_to_the_most_and_nothing_for_one_round() {
        assertThat(Figure.of("/s", 3000, 1000, 2000).range()).isEqualTo("1,000 – 3,000");
        assertThat(Figure.of("/s", 3000).range()).isEqualTo("–");
    }

    @Test
    void a_ratio_is_taken_round_by_round() {
        Figure ratio = Figure.of("/s", 10, 30, 20).over(Figure.of("/s", 10, 10, 40));

        assertThat(ratio.rounds()).containsExactly(1.0, 3.0, 0.5);
        assertThat(ratio.text()).isEqualTo("1");
    }

    @Test
    void rounds_that_do_not_match_have_no_ratio() {
        assertThatThrownBy(() -> Figure.of("/s", 1, 2).over(Figure.of("/s", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figure("/s", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345.6|12,346",
                "100.4|100",
                "99.94|99.9",
                "12.34|12.3",
                "9.876|9.88",
                "0.004|0.00",
                "3|3",
                "-2|-2",
                "NaN|–"
            })
    void numbers_show_three_digits_or_more(double number, String text) {
        assertThat(Figure.number(number)).isEqualTo(text);
    }

    @Test
    void the_unit_stands_behind_a_number_only() {
        assertThat(Figure.of("MiB", 512).text()).isEqualTo("512 MiB");
        assertThat(Figure.of("MiB", Double.NaN).text()).isEqualTo("–");
    }
}
