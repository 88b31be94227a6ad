package io.attestore.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.document.Shape.TextShape;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers choose the texts that the models' patterns are tried on, so none may take more than linear time. */
class ModelPatternsTest {

    /** Two loops that read the same, of which the first has 32 rounds at most: 29 times linear. */
    private static final Set<String> BOUNDED = Set.of("^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*");

    static Set<String> patterns() {
        return ServiceModels.SERVICES.stream()
                .flatMap(service -> AllShapes.of(ServiceModels.of(service)))
                .filter(TextShape.class::isInstance)
                .flatMap(shape -> ((TextShape) shape).pattern().stream())
                .map(Pattern::pattern)
                .collect(Collectors.toSet());
    }

    @Test
    void the_models_have_patterns() {
        assertThat(patterns()).hasSizeGreaterThan(60).containsAll(BOUNDED);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void every_pattern_takes_linear_time(String pattern) {
        assertThat(Ambiguity.isLinear(PatternParser.read(pattern))).isEqualTo(!BOUNDED.contains(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*", "(a|ab|b)*c", "(a*)*", "(\\w+\\s?)+x", "(?s)(.*,)+", "([a-z]+-?){2,3}"})
    void a_loop_that_reads_a_text_in_two_ways_is_found(String pattern) {
        assertThat(Ambiguity.isLinear(PatternParser.read(pattern))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*a*", ".*x.*", "\\w+\\d+x", "[a-c]+,?[c-e]+", "(ab)*(abab)*", "a{1,9}a{1,9}"})
    void two_loops_that_read_the_same_text_are_found(String pattern) {
        assertThat(Ambiguity.isLinear(PatternParser.read(pattern))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a*", "a*b*", "(a|b)*c", "([a-z]+-)+\\d+", "\\d{4}\\d*", "[a-z]+@[a-z]+", "a+a", "(?!x*$).+"})
    void what_is_read_in_one_way_is_linear(String pattern) {
        assertThat(Ambiguity.isLinear(PatternParser.read(pattern))).isTrue();
    }

    /** In Java a bracket within a class begins another class; AWS's patterns mean a bracket. */
    @ParameterizedTest
    @ValueSource(strings = {"[a[b]", "a*?", "a*+", "(?<=a)b", "(?i)a", "a(?!b*c)", "\\1", "\\bx", "(a", "a)"})
    void what_cannot_be_judged_is_refused(String pattern) {
        assertThatThrownBy(() -> PatternParser.read(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
