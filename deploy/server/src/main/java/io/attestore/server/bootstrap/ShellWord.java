package io.attestore.server.bootstrap;

import java.util.regex.Pattern;

/** Text as one word of a POSIX shell (POSIX.1-2024, XCU 2.2.2): as it is where that is safe, else in single quotes. */
final class ShellWord {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9+/=_.:@-]*");
    private static final String QUOTE_IN_QUOTES = "'\\''";

    private ShellWord() {}

    static String quote(String text) {
        return SAFE.matcher(text).matches() ? text : "'" + text.replace("'", QUOTE_IN_QUOTES) + "'";
    }

    static String unquote(String word) {
        boolean quoted = word.length() >= 2 && word.startsWith("'") && word.endsWith("'");
        return quoted ? word.substring(1, word.length() - 1).replace(QUOTE_IN_QUOTES, "'") : word;
    }
}
