package io.attestore.command.parameters.putparameter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.attestore.door.fault.SsmFaults;

/**
 * A regular expression that a value must match as a whole. It comes from a caller, so it is run by RE2, in time linear
 * in the value's length; look-around and back-references, which RE2 has not, are refused as invalid.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>
 */
final class AllowedPattern {

    private final String text;
    private final Pattern compiled;

    private AllowedPattern(String text, Pattern compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    static AllowedPattern compile(String text) {
        if (!PatternSize.isBounded(text)) {
            throw SsmFaults.invalidPattern();
        }
        try {
            return new AllowedPattern(text, Pattern.compile(text));
        } catch (PatternSyntaxException invalid) {
            throw SsmFaults.invalidPattern();
        }
    }

    String text() {
        return text;
    }

    /** Reads the bytes in place; nothing of them is kept. */
    boolean matches(byte[] utf8) {
        return compiled.matcher(utf8).matches();
    }
}
