package io.attestore.command.ssm.parameter.putparameter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that a value must match as a whole. It comes from a caller, so it is run by RE2, in time linear
 * in the value's length; look-around and back-references, which RE2 has not, are refused as invalid.
 *
 * <p>Linear is not enough: RE2 may look at every instruction of the compiled program for every character. So the work is
 * bounded before it begins: that of compiling by {@link PatternSize}, that of matching by the program's size times the
 * value's length.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>
 */
final class AllowedPattern {

    /** Instructions of a compiled program: {@code [a-z]{1,1000}} has 2,001, most patterns have less than a hundred. */
    static final int PROGRAM_MAX = 4_000;

    /** Instructions times bytes of the value: at about 35 ns each, a seventh of a second of one processor at most. */
    static final long WORK_MAX = 4_000_000;

    /** As much as a call does by itself, some 3 ms; what may take longer is heavy. */
    static final long LIGHT_WORK_MAX = 100_000;

    /** Compiling costs as if each character of the program met so many of a value. */
    private static final int COMPILING_BYTES = 100;

    private final String text;
    private final Pattern compiled;

    private AllowedPattern(String text, Pattern compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    static AllowedPattern compile(String text) {
        if (!PatternSize.isBounded(text)) {
            throw ParameterValueFaults.invalidPattern();
        }
        try {
            Pattern compiled = Pattern.compile(text);
            if (compiled.programSize() > PROGRAM_MAX) {
                throw ParameterValueFaults.invalidPattern();
            }
            return new AllowedPattern(text, compiled);
        } catch (PatternSyntaxException invalid) {
            throw ParameterValueFaults.invalidPattern();
        }
    }

    /** Whether compiling the pattern and matching a value of so many bytes may take more than a call should by itself. */
    static boolean isHeavy(String text, int valueBytes) {
        return PatternSize.of(text) * Math.max(valueBytes, COMPILING_BYTES) > LIGHT_WORK_MAX;
    }

    String text() {
        return text;
    }

    /** The instructions of the compiled program. */
    int programSize() {
        return compiled.programSize();
    }

    /** Refuses a value that would be too much work for this pattern. */
    void requireBounded(int valueBytes) {
        if ((long) programSize() * valueBytes > WORK_MAX) {
            throw ParameterValueFaults.patternTooLargeForValue();
        }
    }

    /** Reads the bytes in place; nothing of them is kept. */
    boolean matches(byte[] utf8) {
        requireBounded(utf8.length);
        return compiled.matcher(utf8).matches();
    }
}
