package io.attestore.command.ssm.parameter.putparameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\d+$",
                "[a-z]{1,1000}",
                "(\\w{1,63}\\.){1,10}\\w{2,63}",
                "\\p{Greek}{3}",
                "\\x{10FFFF}",
                "[{100}(]{10}",
                "\\Q((((a{100}\\E",
                "arn:aws:iam::\\d{12}:role/[\\w+=,.@-]{1,64}"
            })
    void ordinary_patterns_are_bounded(String pattern) {
        assertThat(PatternSize.isBounded(pattern)).isTrue();
        assertThat(Pattern.compile(pattern).programSize()).isLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((a{100}){100})", "(((((a{10}){10}){10}){10}){10})", "([)]a{100}){100}", "((ab){1000}){1000}"})
    void nested_repetitions_are_not(String pattern) {
        assertThat(PatternSize.isBounded(pattern)).isFalse();
    }

    @Property(tries = 300)
    void what_is_bounded_stays_small_when_compiled(@ForAll("patterns") String pattern) {
        if (PatternSize.isBounded(pattern)) {
            assertThat(programSize(pattern)).isLessThan(30_000);
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "(", ")", "(?:", "a", "[", "]", "[^)]", "{30}", "{2,40}", "{5,}", "\\", "\\Q", "\\E", "|", "*",
                        ".")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static int programSize(String pattern) {
        try {
            return Pattern.compile(pattern).programSize();
        } catch (PatternSyntaxException invalid) {
            return 0;
        }
    }
}
