package io.attestore.policy.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "abc, abd, false",
        "a*, a, true",
        "*a, ba, true",
        "*a, ab, false",
        "a*b*c, a1b2c, true",
        "a*b*c, acb, false",
        "ab*ba, aba, false",
        "?, a, true",
        "??, a, false",
        "a?c*, abc, true",
        "*aab*, aaab, true",
        "**, '', true",
        "*?, '', false",
        "Abc, abc, false"
    })
    void matches(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }

    @Property
    void agreesWithTheDefinition(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 12) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 14) String text) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matchesByDefinition(pattern, text));
    }

    @Property
    void agreesWithTheDefinitionForLongPieces(
            @ForAll @Chars({'a', 'b', '?'}) @StringLength(min = 17, max = 150) String piece,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 40) String before,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 40) String after) {
        String found = before + piece.replace('?', 'b') + after;
        Glob glob = Glob.of("*" + piece + "*");
        assertThat(glob.matches(found)).isTrue();
        assertThat(glob.matches(before + after)).isEqualTo(matchesByDefinition("*" + piece + "*", before + after));
        assertThat(Glob.of("x*" + piece + "*").matches("x" + found)).isTrue();
    }

    @Test
    void noPatternIsSlow() {
        String text = "a".repeat(2048);
        Glob hostile = Glob.of("*" + "a?".repeat(500) + "b*" + "a".repeat(900) + "b*");
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(hostile.matches(text)).isFalse();
            }
        });
    }

    /** Row by row: whether the first so many characters of the pattern match the first so many of the text. */
    private static boolean matchesByDefinition(String pattern, String text) {
        boolean[] row = new boolean[text.length() + 1];
        row[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            boolean[] next = new boolean[text.length() + 1];
            char expected = pattern.charAt(p);
            next[0] = expected == '*' && row[0];
            for (int t = 1; t <= text.length(); t++) {
                next[t] = expected == '*'
                        ? row[t] || next[t - 1]
                        : row[t - 1] && (expected == '?' || expected == text.charAt(t - 1));
            }
            row = next;
        }
        return row[text.length()];
    }
}
