package io.attestore.command.ssm.parameter.putparameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attestore.contract.operation.AwsFault;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedPatternTest {

    private static final int VALUE_BYTES_MAX = 8 * 1024;
    private static final int WIDE_MARGIN = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d+",
                ".*",
                "[a-zA-Z0-9]+",
                "^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}$",
                "(\\d{1,3}\\.){3}\\d{1,3}(/\\d{1,2})?",
                "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
                "[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}",
                "-----BEGIN [A-Z ]+-----[\\s\\S]+-----END [A-Z ]+-----\\n?",
                "arn:aws:[a-z0-9-]+:[a-z0-9-]*:\\d{12}:.+",
                "ami-[0-9a-f]{8,17}",
                "https?://[\\w.-]+(:\\d+)?(/\\S*)?",
                "(true|false|yes|no)"
            })
    void patterns_as_they_are_used_are_far_below_the_limit_for_the_longest_value(String pattern) {
        AllowedPattern compiled = AllowedPattern.compile(pattern);

        assertThat((long) compiled.programSize() * VALUE_BYTES_MAX).isLessThan(AllowedPattern.WORK_MAX / WIDE_MARGIN);
        assertThat(AllowedPattern.isHeavy(pattern, 256)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^.{1,64}$; 64",
                "[ -~]{8,128}; 128",
                "[A-Za-z0-9+/]{1,1000}; 1000",
                "([a-z0-9-]{1,63}\\.){1,8}[a-z]{2,63}; 253"
            })
    void counted_repetitions_fit_the_values_that_they_allow(String pattern, int valueBytes) {
        assertThatCode(() -> AllowedPattern.compile(pattern).requireBounded(valueBytes))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"((x*)*(x?)*){400}y", "(x*x*x*x*x*){500}y", "(((x*)*)*){600}y", "(\\pL*\\pL*){800}y"})
    void a_pattern_with_a_large_program_is_invalid(String pattern) {
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> AllowedPattern.compile(pattern));

        assertThat(fault.code()).isEqualTo("InvalidAllowedPatternException");
    }

    /** Its million instructions would take tens of megabytes. */
    @Test
    void a_pattern_that_would_become_large_is_refused_before_it_is_compiled() {
        String pattern = "(" + "x".repeat(1000) + "){1000}";
        catchThrowableOfType(AwsFault.class, () -> AllowedPattern.compile(pattern));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> AllowedPattern.compile(pattern));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L << 20);
        assertThat(fault.code()).isEqualTo("InvalidAllowedPatternException");
    }

    @Test
    void a_pattern_that_is_large_for_the_value_is_refused_before_any_of_it_is_looked_at() {
        AllowedPattern pattern = AllowedPattern.compile("((x*)*(x?)*){250}y");
        byte[] longest = "x".repeat(VALUE_BYTES_MAX).getBytes(UTF_8);

        AwsFault fault = catchThrowableOfType(AwsFault.class, () -> pattern.matches(longest));

        assertThat(fault.code()).isEqualTo("InvalidAllowedPatternException");
        assertThat(fault.text()).startsWith("The allowedPattern is too large for a value of this length.");
        assertThat(pattern.matches("xy".getBytes(UTF_8))).isTrue();
    }

    @Test
    void what_takes_long_is_heavy() {
        assertThat(AllowedPattern.isHeavy("((x*)*(x?)*){30}y", VALUE_BYTES_MAX)).isTrue();
        assertThat(AllowedPattern.isHeavy("((x*)*(x?)*){200}y", 1)).isTrue();
    }

    @Test
    void the_size_is_not_taken_for_less_than_half_of_the_program() {
        for (String pattern : new String[] {
            "((x*)*(x?)*){200}y", "[a-z]{0,500}", "(a|b|c){0,99}", "(((x*)*)*){100}", "\\Qabc\\E", "(?i)straße"
        }) {
            assertThat(2 * PatternSize.of(pattern) + 4)
                    .as(pattern)
                    .isGreaterThanOrEqualTo(AllowedPattern.compile(pattern).programSize());
        }
    }
}
