package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    @Test
    void the_text_is_found_wherever_it_stands() {
        AnswerCheck check = AnswerCheck.holds("value");

        assertThat(accepts(check, "a value")).isTrue();
        assertThat(accepts(check, "a value")).isTrue();
        assertThat(accepts(check, "value, moved")).isTrue();
        assertThat(accepts(check, "vvalue")).isTrue();
    }

    @Test
    void what_is_not_there_or_cut_off_is_not_found() {
        AnswerCheck check = AnswerCheck.holds("value");

        assertThat(accepts(check, "")).isFalse();
        assertThat(accepts(check, "valu")).isFalse();
        assertThat(accepts(check, "VALUE valu e")).isFalse();
        assertThat(check.accepts("a value".getBytes(UTF_8), 0, 6)).isFalse();
        assertThat(check.accepts("value".getBytes(UTF_8), 1, 5)).isFalse();
    }

    @Test
    void several_are_counted() {
        AnswerCheck check = AnswerCheck.holds("aa", 3);

        assertThat(accepts(check, "aa aa aa")).isTrue();
        assertThat(accepts(check, "aaaaaa")).isTrue();
        assertThat(accepts(check, "aa aa a a")).isFalse();
        assertThat(accepts(check, "aaaaa")).isFalse();
    }

    private static boolean accepts(AnswerCheck check, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return check.accepts(bytes, 0, bytes.length);
    }
}
