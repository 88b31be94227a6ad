package io.attestore.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.proof.bench.BenchArguments.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchArgumentsTest {

    @Test
    void without_arguments_it_is_the_table_of_the_read_path() {
        assertThat(parse("")).isEqualTo(BenchArguments.DEFAULTS);
        assertThat(parse("").large()).isFalse();
    }

    @Test
    void every_option_is_read() {
        BenchArguments parsed =
                parse("--large --part log --rounds 5 --seconds 7 --connections 64,1 --events 20000 --parameters 100");

        assertThat(parsed.large()).isTrue();
        assertThat(parsed.parts()).containsExactly(Part.LOG);
        assertThat(parsed.method().rounds()).isEqualTo(5);
        assertThat(parsed.method().time()).isEqualTo(Duration.ofSeconds(7));
        assertThat(parsed.connections()).containsExactly(1, 64);
        assertThat(parsed.events()).isEqualTo(20_000);
        assertThat(parsed.parameters()).isEqualTo(100);
    }

    @Test
    void quick_is_shorter_and_can_still_be_changed() {
        BenchArguments parsed = parse("--quick --rounds 2");

        assertThat(parsed.method().rounds()).isEqualTo(2);
        assertThat(parsed.method().warmUpMax())
                .isLessThan(BenchArguments.DEFAULTS.method().warmUpMax());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rounds",
                "--rounds 0",
                "--rounds 21",
                "--seconds x",
                "--connections 1,,2",
                "--connections 0",
                "--events 19999",
                "--parameters 99",
                "--part all",
                "--nonsense 1",
                "extra"
            })
    void what_is_wrong_is_refused_with_a_reason(String arguments) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".{10,}");

        List<String> told = new ArrayList<>();
        assertThat(Bench.run(words(arguments), told::add)).isEqualTo(2);
        assertThat(told).singleElement().asString().startsWith("attestore: ");
    }

    @Test
    void each_of_the_two_tables_has_help() {
        List<String> told = new ArrayList<>();

        assertThat(Bench.run(List.of("--help"), told::add)).isZero();
        assertThat(Bench.run(List.of("--large", "--help"), told::add)).isZero();

        assertThat(told).hasSize(2).allSatisfy(help -> assertThat(help).startsWith("Usage: ./attestore bench"));
        assertThat(told.getFirst()).contains("--quick", "--rounds", "--seconds", "--connections", "--large");
        assertThat(told.getLast()).contains("--part", "--events", "--parameters");
    }

    private static BenchArguments parse(String arguments) {
        return BenchArguments.parse(words(arguments));
    }

    private static List<String> words(String arguments) {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    }
}
